import type { Log } from '../../node/log/log.ts';
import { AnswerFacts } from '../../shared/answer/moment.ts';
import { type AnswerTemplates, answerWords, type Speech } from '../../shared/answer/templates.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { Ack } from '../../shared/wire/intake.ts';
import { instant } from '../../shared/wire/time.ts';
import { Draining } from '../edge/draining.ts';
import type { Store } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';

export interface AnswerOptions {
  readonly store: Store;
  readonly templates: AnswerTemplates;
  readonly speech: Omit<Speech, 'now'>;
  /** to `city/v1/ack/<source>` at QoS 1; resolves with whether the broker has taken it */
  readonly send: (source: string, ack: Ack) => Promise<{ readonly ok: boolean }>;
  readonly committed: () => void;
  readonly now: () => number;
  readonly log: Log;
}

interface Waiting {
  readonly n: number;
  readonly source: string;
  readonly source_id: string;
  readonly ticket_id: string;
  readonly facts: string;
}
/** Sent and recorded together: after a crash so many may come twice, none is lost. */
const PAGE = 20;

/**
 * Sends answers to who reported, in order, each until the broker has taken it; then the ticket's story says so.
 */
export class AnswerRelay {
  readonly #on: AnswerOptions;
  readonly #draining: Draining;

  constructor(options: AnswerOptions) {
    this.#on = options;
    this.#draining = new Draining({
      drain: () => this.#drain(),
      trouble: 'answers could not be read or recorded; tried again',
      log: options.log,
    });
  }

  /** Something may have been committed, or the broker is back. */
  wake(): void {
    this.#draining.wake();
  }

  stop(): Promise<void> {
    return this.#draining.stop();
  }

  /** @returns false where the broker did not take them all */
  async #drain(): Promise<boolean> {
    for (;;) {
      const rows = await this.#on.store.db
        .selectFrom('answer')
        .select(['n', 'source', 'source_id', 'ticket_id', 'facts'])
        .where('sent_at', 'is', null)
        .orderBy('n')
        .limit(PAGE)
        .execute();
      if (rows.length === 0) return true;
      const taken: [Waiting, string | undefined][] = [];
      for (const row of rows) {
        const words = this.#words(row);
        if (words !== undefined && !(await this.#send(row, words))) break;
        taken.push([row, words]);
      }
      if (taken.length > 0) await this.#record(taken);
      if (taken.length < rows.length || this.#draining.stopped) return false;
    }
  }

  #words({ facts }: Waiting): string | undefined {
    const { templates, speech, now } = this.#on;
    return answerWords(templates, AnswerFacts.parse(JSON.parse(facts)), { ...speech, now: now() });
  }

  async #send({ source, source_id, ticket_id }: Waiting, answer: string): Promise<boolean> {
    const ack: Ack = { v: 1, sourceId: source_id, ok: true, code: 'OK', ticket: ticket_id, answer };
    return (await this.#on.send(source, ack)).ok;
  }

  async #record(taken: readonly (readonly [Waiting, string | undefined])[]): Promise<void> {
    const { store, now, committed } = this.#on;
    const at = instant(now());
    await store.write(async (unit) => {
      for (const [{ n, ticket_id }, words] of taken) {
        if (words !== undefined) await tell(unit, ticket_id as TicketId, words, at);
        await unit.tx.updateTable('answer').set({ sent_at: at, facts: '' }).where('n', '=', n).execute();
      }
    });
    committed();
  }
}

/** A ticket that has been forgotten meanwhile has no story any more. */
async function tell(unit: Unit, id: TicketId, note: string, at: ReturnType<typeof instant>): Promise<void> {
  const ticket = await readTicket(unit.tx, id);
  if (ticket === undefined) return;
  const told = { ok: true, type: 'ticket.told', version: ticket.version, patch: {}, note } as const;
  await record(unit, id, ticket, told, { at });
}
