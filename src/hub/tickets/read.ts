import type { TicketId } from '../../shared/ids.ts';
import type { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import type { Db } from '../store/tables.ts';

export async function readTicket(db: Db, id: TicketId): Promise<Ticket | undefined> {
  const row = await db.selectFrom('ticket').select('json').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.json) as Ticket);
}

/** More answers than these never follow one change. */
const LATEST = 16;

/** The ticket's latest event: who was faster, and when. */
export async function readLastEvent(db: Db, id: TicketId): Promise<TicketEvent | undefined> {
  const rows = await db
    .selectFrom('event')
    .select('json')
    .where('target_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(LATEST)
    .execute();
  // Answers to who reported follow each change: nobody was faster by one.
  return rows
    .map(({ json }) => JSON.parse(json) as TicketEvent)
    .find((event, _, all) => event.type !== 'ticket.told' || all.every(({ type }) => type === 'ticket.told'));
}
