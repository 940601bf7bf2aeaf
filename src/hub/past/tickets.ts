import type { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import { PastTicket } from '../../shared/wire/past-desk.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { heldTickets } from '../query/rows.ts';
import type { Db } from '../store/tables.ts';

/** Read at once: commands have their turn between. */
const AT_ONCE = 100;

/** Tickets that were open at some moment of that stretch, a part at a time. */
export async function* pastTickets(
  db: Db,
  from: Instant,
  to: Instant,
): AsyncGenerator<readonly PastTicket[]> {
  const ids = await heldTickets(db, from);
  for (let n = 0; n < ids.length; n += AT_ONCE) {
    const some = ids.slice(n, n + AT_ONCE);
    const rows = await db.selectFrom('ticket').select('json').where('id', 'in', some).execute();
    const tickets = rows
      .map(({ json }) => JSON.parse(json) as Ticket)
      .filter(({ openedAt }) => openedAt < to);
    if (tickets.length === 0) continue;
    const changes = await prioritiesOf(
      db,
      tickets.map(({ id }) => id),
    );
    yield tickets.map((ticket) => {
      const { openedAt, priority } = ticket;
      const known = changes.get(ticket.id);
      return PastTicket.parse({ ...ticket, priorities: known ?? [{ at: openedAt, priority }] });
    });
  }
}

/** By ticket, when it was given which priority. Of events that have been forgotten nothing is known. */
async function prioritiesOf(db: Db, tickets: readonly string[]) {
  const rows = await db
    .selectFrom('event')
    .select(['target_id', 'json'])
    .where('target_id', 'in', tickets)
    .orderBy('target_id')
    .orderBy('seq')
    .execute();
  const found = new Map<string, PastTicket['priorities']>();
  for (const { target_id, json } of rows) {
    const { at, patch } = JSON.parse(json) as TicketEvent;
    const { priority } = patch;
    if (priority === undefined || priority === null) continue;
    found.set(target_id, [...(found.get(target_id) ?? []), { at, priority }].slice(-100));
  }
  return found;
}
