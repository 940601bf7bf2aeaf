import { isDeepStrictEqual } from 'node:util';
import type { Alarm } from '../../shared/alarm/model.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { Ticket, TicketDraft, TicketPatch } from '../../shared/ticket/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';

/**
 * The ticket of an alarm that has grown, or has come back, says what the alarm says: how many lamps, where, and that it
 * is not over. What a person has corrected stays as they wrote it. Its version stays too, as with what a unit answers:
 * nobody's next command is in conflict with it.
 * @param before the alarm as it was
 */
export async function tellTicket(
  unit: Unit,
  before: Alarm,
  { title, place, description, devices }: TicketDraft,
  at: Instant,
): Promise<void> {
  const ticket = await openTicketOf(unit, before.ticket);
  if (ticket === undefined) return;
  const patch: TicketPatch = {
    ...(ticket.returned === undefined ? {} : { returned: null }),
    ...(ticket.title === before.title && title !== before.title ? { title } : {}),
    ...(isDeepStrictEqual(ticket.place, before.place) && !isDeepStrictEqual(place, before.place)
      ? { place }
      : {}),
  };
  if (Object.keys(patch).length === 0) return;
  const all = { ...patch, ...(description && { description }), ...(devices && { devices }) };
  const decided = { ok: true, type: 'ticket.grown', version: ticket.version, patch: all } as const;
  await record(unit, ticket.id, ticket, decided, { at });
}

/** What a ticket tells of is over by its devices' own word: so it says, in the same way. */
export async function tellReturned(
  unit: Unit,
  { ticket: id, condition = 'broken' }: Pick<Alarm, 'ticket' | 'condition'>,
  at: Instant,
): Promise<void> {
  const ticket = await openTicketOf(unit, id);
  if (ticket === undefined || ticket.returned !== undefined) return;
  const patch = { returned: { at, condition } };
  const decided = { ok: true, type: 'ticket.returned', version: ticket.version, patch } as const;
  await record(unit, ticket.id, ticket, decided, { at });
}

async function openTicketOf(unit: Unit, id: TicketId | undefined): Promise<Ticket | undefined> {
  const ticket = id === undefined ? undefined : await readTicket(unit.tx, id);
  return ticket?.state === 'closed' ? undefined : ticket;
}
