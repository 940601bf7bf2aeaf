import { sql } from 'kysely';
import type { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import { eventWords, ticketWords } from '../../shared/ticket/search-text.ts';
import type { Unit } from '../store/unit.ts';

/** Keeps what a ticket is found by up with it, in the transaction of its event; most events change none of it. */
export async function writeText(
  { tx }: Unit,
  before: Ticket | undefined,
  after: Ticket,
  event: TicketEvent,
): Promise<void> {
  const about = ticketWords(after);
  const said = eventWords(event);
  if (before !== undefined && said === '' && about === ticketWords(before)) return;
  await tx
    .insertInto('ticket_text')
    .values({ id: after.id, about, said })
    .onConflict((oc) => oc.column('id').doUpdateSet({ about, said: sql`ticket_text.said || ${said}` }))
    .execute();
}
