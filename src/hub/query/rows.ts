import type { Instant } from '../../shared/wire/time.ts';
import type { Db } from '../store/tables.ts';
import type { Rows } from './pages.ts';

export type List = 'tickets' | 'events';

/** Rows that are read at once: commands have their turn in between, and no answer is ever whole in memory. */
const ROWS = 500;
const TICKETS = 100;

/** Events of all tickets in order. What is removed meanwhile leaves a gap, and the seat takes a snapshot. */
export async function* eventsAfter(db: Db, since: number, head: number): AsyncGenerator<Rows<'events'>> {
  for (let after = since; ; ) {
    const rows = await db
      .selectFrom('event')
      .select(['seq', 'json'])
      .where('seq', '>', after)
      .where('seq', '<=', head)
      .orderBy('seq')
      .limit(ROWS)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield { list: 'events', rows: rows.map(({ json }) => json) };
    after = last.seq;
  }
}

/**
 * Tickets that seats hold: open, or closed since then. Each state is named, and so found by the index: what is not
 * closed would be looked for among all that ever was.
 */
export async function heldTickets(db: Db, closedSince: Instant): Promise<readonly string[]> {
  const open = db.selectFrom('ticket').select('id').where('state', 'in', ['open', 'claimed', 'inProgress']);
  const closed = db
    .selectFrom('ticket')
    .select('id')
    .where('state', '=', 'closed')
    .where('closed_at', '>=', closedSince);
  const held = await open.unionAll(closed).execute();
  return held.map(({ id }) => id);
}

/** All tickets of a list in its order, then their events up to `head`, those of each ticket in order. */
export async function* ticketsWithEvents(
  db: Db,
  ids: readonly string[],
  head: number,
): AsyncGenerator<Rows<List>> {
  const groups = Array.from({ length: Math.ceil(ids.length / TICKETS) }, (_, n) =>
    ids.slice(n * TICKETS, (n + 1) * TICKETS),
  );
  for (const group of groups) {
    const tickets = await db.selectFrom('ticket').select(['id', 'json']).where('id', 'in', group).execute();
    const byId = new Map(tickets.map(({ id, json }) => [id, json]));
    yield { list: 'tickets', rows: group.flatMap((id) => byId.get(id) ?? []) };
  }
  if (head === 0) return;
  for (const group of groups) {
    const events = await db
      .selectFrom('event')
      .select('json')
      .where('target_id', 'in', group)
      .where('seq', '<=', head)
      .orderBy('target_id') // as the index has them: in order of sequence it would look through all events for each group
      .orderBy('seq')
      .execute();
    yield { list: 'events', rows: events.map(({ json }) => json) };
  }
}
