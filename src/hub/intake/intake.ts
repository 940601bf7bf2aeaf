import { StorageError } from '../../node/sqlite/errors.ts';
import type { TicketId } from '../../shared/ids.ts';
import { type Ack, type Call, type CityEvent, type Intake, TELEPHONY } from '../../shared/wire/intake.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Store } from '../store/store.ts';
import { callReport, eventReport, intakeReport, type Report } from './drafts.ts';
import { type IntakeContext, knownTicket, openOnce } from './open.ts';
import type { Words } from './words.ts';

export interface IntakeOptions {
  readonly store: Store;
  readonly context: IntakeContext;
  readonly words: Words;
  readonly now: () => number;
  readonly ack: (source: string, ack: Ack) => void;
  readonly opened: (channel: Report['channel']) => void;
  readonly committed: () => void;
  /** nothing was kept and nothing acknowledged: the source sends again */
  readonly failed: (error: unknown) => void;
}

interface Kept {
  readonly ticket: TicketId | undefined;
  readonly opened: boolean;
}
export type Channel = Exclude<Report['channel'], 'lighting'>;

interface Waiting {
  /** whom to answer */
  readonly to: string;
  readonly report: Report;
  /** false where a ticket that it opened before is only looked up */
  readonly opens: boolean;
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

  /** A call that rings opens a ticket; so does one of which only a later message came through. */
  call(call: Call): Promise<void> {
    const opens = call.status !== 'ended' || call.transfer !== undefined;
    return this.#add('call', { to: TELEPHONY, report: callReport(call, this.#options.words), opens });
  }

  event(event: CityEvent): Promise<void> {
    return this.#add('event', { to: event.source, report: eventReport(event), opens: true });
  }

  /** @param source of the topic that it was allowed to publish on */
  intake(source: string, intake: Intake): Promise<void> {
    return this.#add('intake', { to: source, report: intakeReport(source, intake), opens: true });
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
  async #add(channel: Channel, wish: Omit<Waiting, 'done'>): Promise<void> {
    this.#waiting[channel] += 1;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#queue.push({ ...wish, done: resolve });
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
    const { store, context, now } = this.#options;
    return store.write(async (unit) => {
      const kept: Kept[] = [];
      for (const { report, opens } of batch)
        kept.push(
          opens
            ? await openOnce(unit, report, instant(now()), context)
            : { ticket: await knownTicket(unit, report), opened: false },
        );
      return kept;
    });
  }

  #acknowledge(batch: readonly Waiting[], kept: readonly Kept[]): void {
    const { ack, opened: counted, committed } = this.#options;
    committed();
    for (const [i, { to, report }] of batch.entries()) {
      const { ticket, opened } = kept[i]!;
      if (opened) counted(report.channel);
      const { sourceId } = report.source;
      ack(to, { v: 1, sourceId, ok: true, code: 'OK', ...(ticket === undefined ? {} : { ticket }) });
    }
  }
}
