import { WANTS_LATER } from '../../shared/advice/rules.ts';
import { type Counted, tally } from '../../shared/advice/tally.ts';
import type { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import { instant } from '../../shared/wire/time.ts';
import type { RoomData } from '../edge/room-data.ts';
import type { Store } from '../store/store.ts';

/** How far back it is counted: a month shows a rule's habit, and events are kept that long at least. */
const DAYS = 30;
/** What came of advice changes with time too: it is counted again at least this often. */
const AGAIN_MS = 5 * 60_000;

/** Keeps before all seats how often each rule's advice was followed, and what came of it. */
export class AdviceTallies {
  readonly #store: Store;
  readonly #data: Pick<RoomData, 'put'>;
  readonly #now: () => number;
  /** undefined: something has been answered since */
  #countedAt: number | undefined;

  constructor(store: Store, data: Pick<RoomData, 'put'>, now: () => number) {
    this.#store = store;
    this.#data = data;
    this.#now = now;
  }

  /** Somebody has followed advice or refused it. */
  answered(): void {
    this.#countedAt = undefined;
  }

  /** Counts anew where something may have changed. @throws StorageError */
  async look(): Promise<void> {
    const now = this.#now();
    if (this.#countedAt !== undefined && now - this.#countedAt < AGAIN_MS) return;
    this.#countedAt = now; // before: what is answered while it is read is counted at the next look
    try {
      for (const counted of tally(await this.#read(now), now))
        this.#data.put('adviceTally', { id: counted.rule, days: DAYS, ...counted });
    } catch (error) {
      this.#countedAt = undefined;
      throw error;
    }
  }

  async #read(now: number): Promise<readonly Counted[]> {
    const since = instant(now - DAYS * 86_400_000);
    const rows = await this.#store.db
      .selectFrom('advice')
      .innerJoin('event', 'event.seq', 'advice.seq')
      .leftJoin('ticket', 'ticket.id', 'event.target_id')
      .select(['event.seq as seq', 'event.json as event', 'ticket.json as ticket'])
      .where('advice.at', '>=', since)
      .execute();
    const later = await this.#readLater(since);
    // This hub has checked all when it wrote them.
    return rows.map(({ seq, event, ticket }) => ({
      event: JSON.parse(event) as TicketEvent,
      ticket: ticket === null ? undefined : (JSON.parse(ticket) as Ticket),
      later: later.get(seq) ?? [],
    }));
  }

  /** What happened after advice was followed, by the event that followed it; for the few rules that ask. */
  async #readLater(since: string): Promise<ReadonlyMap<number, readonly TicketEvent[]>> {
    const rows = await this.#store.db
      .selectFrom('advice')
      .innerJoin('event', 'event.seq', 'advice.seq')
      .innerJoin('event as later', 'later.target_id', 'event.target_id')
      .select(['advice.seq as seq', 'later.json as json'])
      .where('advice.at', '>=', since)
      .where('advice.rule', 'in', WANTS_LATER)
      .whereRef('later.seq', '>', 'advice.seq')
      .orderBy('later.seq')
      .execute();
    const found = new Map<number, TicketEvent[]>();
    for (const { seq, json } of rows) found.set(seq, [...(found.get(seq) ?? []), JSON.parse(json)]);
    return found;
  }
}
