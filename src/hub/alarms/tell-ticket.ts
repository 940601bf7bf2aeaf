import { isDeepStrictEqual } from 'node:util';
import type { Alarm } from '../../shared/alarm/model.ts';
import type { TicketDraft } from '../../shared/ticket/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';

/**
 * The ticket of an alarm that has grown says what the alarm says: how many lamps, and where. What a person has
 * corrected stays as they wrote it. Its version stays too, as with what a unit answers: nobody's next command is in
 * conflict with it.
 * @param before the alarm as it was
 */
export async function tellTicket(
  unit: Unit,
  before: Alarm,
  { title, place, description, devices }: TicketDraft,
  at: Instant,
): Promise<void> {
  const ticket = before.ticket === undefined ? undefined : await readTicket(unit.tx, before.ticket);
  if (ticket === undefined || ticket.state === 'closed') return;
  const patch = {
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
