import { assertNever } from '../../shared/assert-never.ts';
import type { Query } from '../../shared/wire/query.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tables.ts';
import { EVENT_COUNTER } from '../store/unit.ts';
import { pageText, paginate } from './pages.ts';

/** Mark of the last sequence whose event may have been removed: who knows no more than it takes a snapshot. */
export const FORGOTTEN = 'forgotten';

/** Who is further behind takes a snapshot, which is smaller than what it missed. */
const MOST_EVENTS = 10_000;

/** Seats hold what was closed in the last 72 h; older tickets are asked of the hub. */
const HELD_MS = 72 * 3_600_000;

/**
 * The pages that answer a seat's query, as JSON text. All of an answer is read in one transaction, so that its
 * `head` is true of every page.
 * @throws StorageError
 */
export function answerQuery(store: Store, query: Query, at: Instant): Promise<readonly string[]> {
  return store.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('counter')
      .select('value')
      .where('name', '=', EVENT_COUNTER)
      .executeTakeFirstOrThrow();
    const base = { v: 1, query: query.query, type: query.type, epoch: store.epoch, head: row.value };
    switch (query.type) {
      case 'since':
        return since(tx, query, base, row.value);
      case 'snapshot':
        return snapshot(tx, base, instant(millis(at) - HELD_MS));
      default:
        return assertNever(query);
    }
  });
}

type Base = Readonly<Record<string, unknown>>;

async function since(
  tx: Tx,
  query: Extract<Query, { type: 'since' }>,
  base: Base,
  head: number,
): Promise<readonly string[]> {
  // Older events of tickets in work are still here: the oldest one says nothing of what has gone.
  const forgotten = await tx
    .selectFrom('mark')
    .select('seq')
    .where('name', '=', FORGOTTEN)
    .executeTakeFirst();
  const oldest = Math.max(forgotten?.seq ?? 0, head - MOST_EVENTS);
  if (query.epoch !== base.epoch || query.since > head || query.since < oldest)
    return [pageText({ ...base, ok: false, code: 'STALE_EPOCH', page: 0, more: false }, { events: [] })];
  const rows = await tx
    .selectFrom('event')
    .select('json')
    .where('seq', '>', query.since)
    .orderBy('seq')
    .execute();
  const pages = paginate(rows.map(({ json }) => json));
  return pages.map((events, page) =>
    pageText({ ...base, ok: true, code: 'OK', page, more: page + 1 < pages.length }, { events }),
  );
}

async function snapshot(tx: Tx, base: Base, closedSince: Instant): Promise<readonly string[]> {
  const tickets = await tx
    .selectFrom('ticket')
    .select('json')
    .where((eb) => eb.or([eb('state', '!=', 'closed'), eb('closed_at', '>=', closedSince)]))
    .execute();
  const events = await tx
    .selectFrom('event')
    .innerJoin('ticket', 'ticket.id', 'event.target_id')
    .select('event.json')
    .where((eb) => eb.or([eb('ticket.state', '!=', 'closed'), eb('ticket.closed_at', '>=', closedSince)]))
    .orderBy('event.seq')
    .execute();
  const lists = [
    ...paginate(tickets.map(({ json }) => json)).map((rows) => ({ tickets: rows, events: [] })),
    ...(events.length === 0
      ? []
      : paginate(events.map(({ json }) => json)).map((rows) => ({ tickets: [], events: rows }))),
  ];
  return lists.map((list, page) =>
    pageText({ ...base, ok: true, code: 'OK', page, more: page + 1 < lists.length }, list),
  );
}
