import { later } from '../wire/time.ts';
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
  // A note from before the state that an answer told of comes after it: the ticket was not changed earlier for that.
  const updatedAt = ticket === undefined ? event.at : later(ticket.updatedAt, event.at);
  return Ticket.parse({ ...fields, id: event.target.id, version: event.version, updatedAt });
}

/** What counts what commutes: it keeps the version, and must be applied once and in order all the same. */
const REVISIONS = ['stepRevision', 'attachmentRevision'] as const;

/** Of steps and files the count says which are of the past; a note changes nothing and may come twice. */
const keepsVersion = (ticket: Ticket, { type, patch }: TicketEvent): boolean =>
  KEEPS_VERSION.has(type) &&
  REVISIONS.every((name) => patch[name] === undefined || (patch[name] ?? 0) > (ticket[name] ?? 0));

/** The hub makes one change after the other, so that of two states of one version the later has counted more. */
const counted = (ticket: Ticket): number => REVISIONS.reduce((sum, name) => sum + (ticket[name] ?? 0), 0);

/** Whether `a` tells of what happened after `b`; both are the same ticket as the hub had it. */
export const isAheadOf = (a: Ticket, b: Ticket): boolean =>
  a.version > b.version || (a.version === b.version && counted(a) > counted(b));
