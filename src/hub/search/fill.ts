import type { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import { eventWords, ticketWords } from '../../shared/ticket/search-text.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tables.ts';

/** Written at once: commands have their turn in between. */
const TICKETS = 100;

/**
 * Fills in what tickets of before searching was there are found by. Repeats what is missing, so that a hub that was
 * stopped meanwhile goes on.
 * @returns how many were filled in
 * @throws StorageError
 */
export async function fillTexts(store: Store, signal: AbortSignal): Promise<number> {
  for (let filled = 0; ; ) {
    const some = signal.aborted ? 0 : await store.write(({ tx }) => fillSome(tx));
    if (some === 0) return filled;
    filled += some;
  }
}

async function fillSome(tx: Tx): Promise<number> {
  const tickets = await tx
    .selectFrom('ticket')
    .leftJoin('ticket_text as text', 'text.id', 'ticket.id')
    .select(['ticket.id', 'ticket.json'])
    .where('text.id', 'is', null)
    .limit(TICKETS)
    .execute();
  if (tickets.length === 0) return 0;
  const ids = tickets.map(({ id }) => id);
  const events = await tx
    .selectFrom('event')
    .select(['target_id', 'json'])
    .where('target_id', 'in', ids)
    .orderBy('seq')
    .execute();
  const said = new Map<string, string>();
  for (const { target_id, json } of events)
    said.set(target_id, (said.get(target_id) ?? '') + eventWords(JSON.parse(json) as TicketEvent));
  const rows = tickets.map(({ id, json }) => ({
    id,
    about: ticketWords(JSON.parse(json) as Ticket),
    said: said.get(id) ?? '',
  }));
  await tx.insertInto('ticket_text').values(rows).execute();
  return rows.length;
}
