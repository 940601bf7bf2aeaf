import type { TicketId } from '../../shared/ids.ts';
import type { TicketKindId } from '../../shared/ticket/kinds.ts';
import type { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import type { Db } from '../store/tables.ts';

export async function readTicket(db: Db, id: TicketId): Promise<Ticket | undefined> {
  const row = await db.selectFrom('ticket').select('json').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.json) as Ticket);
}

/** Open tickets of some kinds. */
export async function openOfKinds(db: Db, kinds: readonly TicketKindId[]): Promise<readonly Ticket[]> {
  const rows = await db
    .selectFrom('ticket')
    .select('json')
    .where('state', '!=', 'closed')
    .where((is) => is.or(kinds.map((kind) => is('json', 'like', `%"kind":"${kind}"%`))))
    .execute();
  // The text of a caller may hold those words too.
  return rows
    .map(({ json }) => JSON.parse(json) as Ticket)
    .filter(({ kind }) => kinds.some((k) => k === kind));
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
