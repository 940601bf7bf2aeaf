import { assertNever } from '../assert-never.ts';
import type { TicketCommand } from '../wire/command.ts';
import type { Instant } from '../wire/time.ts';
import type { Decided } from './decision.ts';
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
 * Both have somebody who waits to be called back. A ticket tracks one promise, so one of the two is kept or revoked
 * before they are made one.
 */
export const promisesClash = (a: Pick<Ticket, 'callback'>, b: Pick<Ticket, 'callback'>): boolean =>
  isPromised(a) && isPromised(b);

/**
 * What a merge makes of a promise that is open on the ticket that goes: the ticket that stays tracks it from then on,
 * with whom it was made to. @returns undefined where there is none
 */
export function movedPromise({ id, caller, callback }: Ticket, into: Ticket): Decided | undefined {
  if (callback === undefined || !isPromised({ callback })) return undefined;
  const name = callback.name ?? caller?.name;
  const number = callback.number ?? caller?.number;
  const moved = {
    ...callback,
    ...(name === undefined ? {} : { name }),
    ...(number === undefined ? {} : { number }),
    from: callback.from ?? id,
  };
  return { ok: true, type: 'ticket.promiseMoved', version: into.version, patch: { callback: moved } };
}

/**
 * A promise to call back, made, kept or revoked; anybody in the room may, for whoever calls back is rarely who
 * promised.
 * @returns undefined where the ticket is closed, no promise is open, or one that came by a merge would be replaced
 */
export function changePromise(
  ticket: Ticket,
  command: PromiseCommand,
  by: Owner,
  at: Instant,
): Change | undefined {
  if (ticket.state === 'closed') return undefined;
  if (command.op === 'ticket.promise') {
    // One that came by a merge is kept or revoked first: who makes another may not have seen it.
    if (isPromised(ticket) && ticket.callback?.from !== undefined) return undefined;
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
