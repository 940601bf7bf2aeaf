import { KEEPS_VERSION, Ticket, type TicketEvent } from './model.ts';

/**
 * The ticket after an event: fields of the patch replace, null empties (RFC 7396, one level).
 * Events of the past (version not beyond the ticket's) change nothing, so that a repeated event is harmless;
 * those that keep the version are in the order of their sequence, and the latest one tells all that it is about.
 * @throws ZodError where a patch makes no ticket: the hub wrote it, so this is a defect or a foreign hub
 */
export function applyEvent(ticket: Ticket | undefined, event: TicketEvent): Ticket {
  if (ticket !== undefined && event.version < ticket.version) return ticket;
  if (ticket !== undefined && event.version === ticket.version && !keepsVersion(ticket, event)) return ticket;
  const fields: Record<string, unknown> = { ...ticket };
  for (const [name, value] of Object.entries(event.patch)) {
    if (value === null) delete fields[name];
    else fields[name] = value;
  }
  return Ticket.parse({ ...fields, id: event.target.id, version: event.version, updatedAt: event.at });
}

/** Of steps the count says which are of the past; a note changes nothing and may come twice. */
const keepsVersion = (ticket: Ticket, { type, patch }: TicketEvent): boolean =>
  KEEPS_VERSION.has(type) &&
  (patch.stepRevision === undefined || (patch.stepRevision ?? 0) > (ticket.stepRevision ?? 0));

/** Whether `a` tells of what happened after `b`; both are the same ticket as the hub had it. */
export const isAheadOf = (a: Ticket, b: Ticket): boolean =>
  a.version > b.version || (a.version === b.version && (a.stepRevision ?? 0) > (b.stepRevision ?? 0));
