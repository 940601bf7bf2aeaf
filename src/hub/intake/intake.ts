import { StorageError } from '../../node/sqlite/errors.ts';
import type { RoomCall } from '../../shared/call/model.ts';
import type { TicketId } from '../../shared/ids.ts';
import { type Ack, type Call, type CityEvent, type Intake, TELEPHONY } from '../../shared/wire/intake.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
import { type CallContext, type CallKept, takeCall } from '../calls/take.ts';
import type { Store } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import { eventReport, intakeReport, type Report } from './drafts.ts';
import { openOnce } from './open.ts';

export interface IntakeOptions {
  readonly store: Store;
  readonly context: CallContext;
  readonly now: () => number;
  readonly ack: (source: string, ack: Ack) => void;
  readonly opened: (channel: Report['channel']) => void;
  /** a call has another state, and that is written */
  readonly called: (call: RoomCall) => void;
  readonly committed: () => void;
  /** nothing was kept and nothing acknowledged: the source sends again */
  readonly failed: (error: unknown) => void;
}

type Kept = CallKept | { readonly ticket: TicketId; readonly opened: boolean };
export type Channel = Exclude<Report['channel'], 'lighting'>;

interface Waiting {
  /** whom to answer */
  readonly to: string;
  readonly channel: Channel;
  readonly sourceId: string;
  readonly keep: (unit: Unit, at: Instant) => Promise<Kept>;
  readonly done: () => void;
}

/** Each waits with its whole report; those of one channel never keep out another's. */
const MOST_WAITING = 500;
/** Reports of one transaction: a sync costs the same for one as for many, and commands have their turn after it. */
const BATCH = 50;

/** Doors to the outside: what comes through opens tickets, once each, and is acknowledged when it is kept. */
export class IntakeDesk {
  readonly #options: IntakeOptions;
  readonly #queue: Waiting[] = [];
  readonly #waiting = { call: 0, event: 0, intake: 0 };
  #running: Promise<void> | undefined;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** More wait for the store than it may take soon: nothing is to be added, sources send again. */
  busy(channel: Channel): boolean {
    return this.#waiting[channel] >= MOST_WAITING;
  }

  /** A word of telephony: a call that rings is shown to the room, one that nobody took becomes a ticket. */
  call(call: Call): Promise<void> {
    const { context } = this.#options;
    return this.#add('call', TELEPHONY, call.callId, (unit, at) => takeCall(unit, call, at, context));
  }

  event(event: CityEvent): Promise<void> {
    return this.#open('event', event.source, eventReport(event));
  }

  /** @param source of the topic that it was allowed to publish on */
  intake(source: string, intake: Intake): Promise<void> {
    return this.#open('intake', source, intakeReport(source, intake));
  }

  #open(channel: Channel, to: string, report: Report): Promise<void> {
    const { context } = this.#options;
    return this.#add(channel, to, report.source.sourceId, (unit, at) => openOnce(unit, report, at, context));
  }

  /** What can't be read is answered too, so that its source doesn't send it for ever. */
  refuse(source: string, sourceId: string): void {
    this.#options.ack(source, { v: 1, sourceId, ok: false, code: 'INVALID' });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  /** @returns resolves when it is kept and acknowledged, or has failed */
  async #add(channel: Channel, to: string, sourceId: string, keep: Waiting['keep']): Promise<void> {
    this.#waiting[channel] += 1;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#queue.push({ to, channel, sourceId, keep, done: resolve });
    this.#running ??= this.#run();
    await promise;
    this.#waiting[channel] -= 1;
  }

  async #run(): Promise<void> {
    // What arrives in the same turn of the loop joins the batch.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) await this.#batch(this.#queue.splice(0, BATCH));
    this.#running = undefined;
  }

  async #batch(batch: readonly Waiting[]): Promise<void> {
    try {
      this.#acknowledge(batch, await this.#keep(batch));
    } catch (error) {
      // One of them broke the transaction of all: alone, each has its own.
      if (!(error instanceof StorageError) && batch.length > 1) {
        for (const one of batch) await this.#batch([one]);
        return;
      }
      this.#options.failed(error);
    }
    for (const { done } of batch) done();
  }

  #keep(batch: readonly Waiting[]): Promise<readonly Kept[]> {
    const { store, now } = this.#options;
    return store.write(async (unit) => {
      const kept: Kept[] = [];
      for (const { keep } of batch) kept.push(await keep(unit, instant(now())));
      return kept;
    });
  }

  #acknowledge(batch: readonly Waiting[], kept: readonly Kept[]): void {
    const { ack, opened: counted, called, committed } = this.#options;
    committed();
    for (const [i, { to, channel, sourceId }] of batch.entries()) {
      const done = kept[i]!;
      if (done.opened) counted(channel);
      if ('call' in done && done.call !== undefined) called(done.call);
      const ticket = done.ticket === undefined ? {} : { ticket: done.ticket };
      ack(to, { v: 1, sourceId, ok: true, code: 'OK', ...ticket });
    }
  }
}
