import { assertNever } from '../assert-never.ts';
import type { TicketCommand } from '../wire/command.ts';
import type { Instant } from '../wire/time.ts';
import type { Owner, Ticket, TicketEventType, TicketPatch } from './model.ts';

type PromiseCommand = Extract<TicketCommand, { op: 'ticket.promise' | 'ticket.keep' | 'ticket.revoke' }>;
interface Change {
  readonly type: TicketEventType;
  readonly patch: TicketPatch;
  readonly note?: string;
}

/** Somebody still waits to be called back: a ticket does not close over it. */
export const isPromised = ({ callback }: Pick<Ticket, 'callback'>): boolean =>
  callback !== undefined && callback.keptAt === undefined;

/**
 * A promise to call back, made, kept or revoked; anybody in the room may, for whoever calls back is rarely who
 * promised.
 * @returns undefined where the ticket is closed, or no promise is open
 */
export function changePromise(
  ticket: Ticket,
  command: PromiseCommand,
  by: Owner,
  at: Instant,
): Change | undefined {
  if (ticket.state === 'closed') return undefined;
  if (command.op === 'ticket.promise') {
    const { due, number } = command.args;
    const callback = { due, ...(number === undefined ? {} : { number }), by };
    return { type: 'ticket.promised', patch: { callback } };
  }
  const { callback } = ticket;
  if (callback === undefined || callback.keptAt !== undefined) return undefined;
  switch (command.op) {
    case 'ticket.keep': {
      const { note } = command.args;
      const kept = { type: 'ticket.kept', patch: { callback: { ...callback, keptAt: at } } } as const;
      return note === undefined ? kept : { ...kept, note };
    }
    case 'ticket.revoke':
      return { type: 'ticket.revoked', patch: { callback: null } };
    default:
      return assertNever(command);
  }
}
