import type { Query } from '../../shared/wire/query.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import { EVENT_COUNTER } from '../store/unit.ts';
import { inPages, pageText, type Rows } from './pages.ts';

/** Mark of the last sequence whose event may have been removed: who knows no more than it takes a snapshot. */
export const FORGOTTEN = 'forgotten';

/** Who is further behind takes a snapshot, which is smaller than what it missed. */
const MOST_EVENTS = 10_000;

/** Seats hold what was closed in the last 72 h; older tickets are asked of the hub. */
const HELD_MS = 72 * 3_600_000;

/** Rows that are read at once: commands have their turn in between, and no answer is ever whole in memory. */
const ROWS = 500;
const TICKETS = 100;

/**
 * The pages that answer a seat's query, as JSON text, each read when it is asked for. `head` is that of the first
 * moment: events go no further, while a ticket may be ahead of it, as in the reply to a command.
 * @throws StorageError
 */
export async function* answerQuery(store: Store, query: Query, at: Instant): AsyncGenerator<string> {
  const { head, oldest } = await standing(store.db);
  const base = { v: 1, query: query.query, type: query.type, epoch: store.epoch, head };
  const late = query.type === 'since' && query.since < Math.max(oldest, head - MOST_EVENTS);
  if (query.type === 'since' && (query.epoch !== store.epoch || query.since > head || late)) {
    yield pageText({ ...base, ok: false, code: 'STALE_EPOCH', page: 0, more: false }, { events: [] });
    return;
  }
  const rows =
    query.type === 'since'
      ? eventsAfter(store.db, query.since, head)
      : snapshot(store.db, instant(millis(at) - HELD_MS), head);
  const empty: Record<string, readonly string[]> =
    query.type === 'since' ? { events: [] } : { tickets: [], events: [] };
  let page = 0;
  for await (const { list, rows: some, more } of inPages<List>(rows, 'events'))
    yield pageText({ ...base, ok: true, code: 'OK', page: page++, more }, { ...empty, [list]: some });
}

type List = 'tickets' | 'events';

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

/** What is removed meanwhile leaves a gap, and the seat takes a snapshot. */
async function* eventsAfter(
  db: Db,
  since: number,
  head: number,
  tickets?: readonly string[],
): AsyncGenerator<Rows<List>> {
  for (let after = since; ; ) {
    const rows = await db
      .selectFrom('event')
      .select(['seq', 'json'])
      .where('seq', '>', after)
      .where('seq', '<=', head)
      .$if(tickets !== undefined, (events) => events.where('target_id', 'in', tickets!))
      .orderBy('seq')
      .limit(ROWS)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield { list: 'events', rows: rows.map(({ json }) => json) };
    after = last.seq;
  }
}

async function* snapshot(db: Db, closedSince: Instant, head: number): AsyncGenerator<Rows<List>> {
  const held = await db
    .selectFrom('ticket')
    .select('id')
    .where((eb) => eb.or([eb('state', '!=', 'closed'), eb('closed_at', '>=', closedSince)]))
    .execute();
  const ids = held.map(({ id }) => id);
  const groups = Array.from({ length: Math.ceil(ids.length / TICKETS) }, (_, n) =>
    ids.slice(n * TICKETS, (n + 1) * TICKETS),
  );
  for (const group of groups) {
    const tickets = await db.selectFrom('ticket').select('json').where('id', 'in', group).execute();
    yield { list: 'tickets', rows: tickets.map(({ json }) => json) };
  }
  for (const group of groups) yield* eventsAfter(db, 0, head, group);
}
