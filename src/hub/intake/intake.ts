import { type Ack, type Call, type CityEvent, type Intake, TELEPHONY } from '../../shared/wire/intake.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
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

/** Each waits with its whole report, and commands of seats wait behind them. */
const MOST_WAITING = 500;

/** Doors to the outside: what comes through opens tickets, once each, and is acknowledged when it is kept. */
export class IntakeDesk {
  readonly #options: IntakeOptions;
  #waiting = 0;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** More wait for the store than it may take soon: nothing is to be added, sources send again. */
  get busy(): boolean {
    return this.#waiting >= MOST_WAITING;
  }

  /** A call that rings opens a ticket; so does one of which only a later message came through. */
  async call(call: Call): Promise<void> {
    const report = callReport(call, this.#options.words);
    if (call.status !== 'ended' || call.transfer !== undefined) await this.#open(TELEPHONY, report);
    else await this.#known(TELEPHONY, report);
  }

  event(event: CityEvent): Promise<void> {
    return this.#open(event.source, eventReport(event));
  }

  /** @param source of the topic that it was allowed to publish on */
  intake(source: string, intake: Intake): Promise<void> {
    return this.#open(source, intakeReport(source, intake));
  }

  /** What can't be read is answered too, so that its source doesn't send it for ever. */
  refuse(source: string, sourceId: string): void {
    this.#options.ack(source, { v: 1, sourceId, ok: false, code: 'INVALID' });
  }

  async #open(to: string, report: Report): Promise<void> {
    const { store, context, committed, opened: counted } = this.#options;
    await this.#acknowledged(to, report, async (at) => {
      const { ticket, opened } = await store.write((unit) => openOnce(unit, report, at, context));
      if (opened) counted(report.channel);
      committed();
      return ticket;
    });
  }

  async #known(to: string, report: Report): Promise<void> {
    await this.#acknowledged(to, report, () =>
      this.#options.store.write((unit) => knownTicket(unit, report)),
    );
  }

  async #acknowledged(
    to: string,
    { source: { sourceId } }: Report,
    work: (at: Instant) => Promise<string | undefined>,
  ): Promise<void> {
    const { now, ack, failed } = this.#options;
    this.#waiting += 1;
    try {
      const ticket = await work(instant(now()));
      ack(to, { v: 1, sourceId, ok: true, code: 'OK', ...(ticket === undefined ? {} : { ticket }) });
    } catch (error) {
      failed(error);
    } finally {
      this.#waiting -= 1;
    }
  }
}
