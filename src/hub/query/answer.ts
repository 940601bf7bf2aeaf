import { assertNever } from '../../shared/assert-never.ts';
import type { Query } from '../../shared/wire/query.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import { searchArchive } from '../search/search.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import { EVENT_COUNTER } from '../store/unit.ts';
import type { Consulted } from './consulted.ts';
import { pagesText, refusedText } from './pages.ts';
import { eventsAfter, heldTickets, ticketsWithEvents } from './rows.ts';

/** Mark of the last sequence whose event may have been removed: who knows no more than it takes a snapshot. */
export const FORGOTTEN = 'forgotten';

/** Who is further behind takes a snapshot, which is smaller than what it missed. */
const MOST_EVENTS = 10_000;

/** Seats hold what was closed in the last 72 h; older tickets are asked of the hub. */
const HELD_MS = 72 * 3_600_000;

/**
 * The pages that answer a seat's query, as JSON text, each read when it is asked for. `head` is that of the first
 * moment: events go no further, while a ticket may be ahead of it, as in the reply to a command.
 * @param consulted writes down what is asked of the archives, before any of it leaves
 * @throws StorageError
 */
export async function* answerQuery(
  store: Store,
  query: Query,
  at: Instant,
  consulted: Consulted,
): AsyncGenerator<string> {
  const { db, epoch } = store;
  const { head, oldest } = await standing(db);
  const base = { v: 1, query: query.query, type: query.type, epoch, head };
  const heldSince = instant(millis(at) - HELD_MS);
  switch (query.type) {
    case 'since': {
      const late = query.since < Math.max(oldest, head - MOST_EVENTS);
      if (query.epoch !== epoch || query.since > head || late)
        return yield refusedText(base, { code: 'STALE_EPOCH' }, ['events']);
      return yield* pagesText(base, eventsAfter(db, query.since, head), ['events']);
    }
    case 'snapshot': {
      const ids = await heldTickets(db, heldSince);
      return yield* pagesText(base, ticketsWithEvents(db, ids, head), LISTS);
    }
    case 'search': {
      const { text, behind, limit: most } = query;
      const { ids, next } = await searchArchive(db, text, { closedBefore: heldSince, behind, most });
      const rows = ticketsWithEvents(db, ids, 0);
      // What is written down and what is read are waited for together: the answer is hardly later for it.
      const [code, first] = await Promise.all([consulted(query, ids), rows.next()]);
      if (code !== 'OK') return yield refusedText(base, { code }, LISTS);
      return yield* pagesText({ ...base, next }, resumed(first, rows), LISTS);
    }
    case 'ticket': {
      const rows = ticketsWithEvents(db, [query.ticket], head);
      const [code, first] = await Promise.all([consulted(query, [query.ticket]), rows.next()]);
      if (code !== 'OK') return yield refusedText(base, { code }, LISTS);
      if (first.done || first.value.rows.length === 0)
        return yield refusedText(base, { code: 'NOT_FOUND' }, LISTS);
      return yield* pagesText(base, resumed(first, rows), LISTS);
    }
    default:
      return assertNever(query);
  }
}

const LISTS = ['events', 'tickets'] as const;

async function* resumed<T>(first: IteratorResult<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}

/** The last sequence, and the last of which the event may have been removed. */
async function standing(db: Db): Promise<{ readonly head: number; readonly oldest: number }> {
  const { value: head } = await db
    .selectFrom('counter')
    .select('value')
    .where('name', '=', EVENT_COUNTER)
    .executeTakeFirstOrThrow();
  // Older events of tickets in work are still here: the oldest one says nothing of what has gone.
  const mark = await db.selectFrom('mark').select('seq').where('name', '=', FORGOTTEN).executeTakeFirst();
  return { head, oldest: mark?.seq ?? 0 };
}
