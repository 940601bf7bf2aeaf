import type { CommandId, UnitId } from '../ids.ts';
import type { Ticket, TicketEvent } from '../ticket/model.ts';
import { type Instant, millis } from '../wire/time.ts';
import { TELLING_MS } from './assign.ts';
import { type Assignment, isUnderWay } from './assignment.ts';
import type { UnitOrder, UnitReply } from './model.ts';

const underWay = (ticket: Ticket | undefined): readonly Assignment[] =>
  ticket === undefined || ticket.state === 'closed' ? [] : (ticket.assignments ?? []).filter(isUnderWay);

/** Units on their way or there, by how they hear that the matter is over. */
export interface ToRecall {
  /** by an order of the room's, as they had one */
  readonly byRoom: readonly UnitId[];
  /** by whoever called them by voice: the room has no order of theirs to take back */
  readonly byVoice: readonly UnitId[];
}

const hasOrder = ({ cmd }: Assignment): boolean => cmd !== undefined;

/** Who goes in vain once a ticket is closed, and how each is called back: of an open ticket beforehand, of a closed one after. */
export function toRecall({ assignments = [] }: Pick<Ticket, 'assignments'>): ToRecall {
  const byRoom = assignments.filter((one) => isUnderWay(one) && hasOrder(one));
  const byVoice = assignments.filter((one) => one.state === 'byVoice' || (isUnderWay(one) && !hasOrder(one)));
  return { byRoom: byRoom.map(({ unit }) => unit), byVoice: byVoice.map(({ unit }) => unit) };
}

/** Whether the hub heard of an event so long after it was done that no unit was told of it. */
export const cameTooLateToTell = ({ at, madeAt }: Pick<TicketEvent, 'at' | 'madeAt'>): boolean =>
  madeAt !== undefined && millis(at) - millis(madeAt) > TELLING_MS;

/**
 * What units have to be told of a command: who is to go, and who need go no further, since it was taken off or the
 * ticket is closed or free again.
 * @param cmd the command that changed the ticket: with the unit it names the order
 */
export function ordersBetween(
  before: Ticket | undefined,
  after: Ticket,
  cmd: CommandId,
  expiresAt: Instant,
): readonly { readonly unit: UnitId; readonly order: UnitOrder }[] {
  const here = new Set(underWay(after).map(({ unit }) => unit));
  const go = underWay(after).filter((one) => one.state === 'told' && one.cmd === cmd);
  // Who was called by voice and has no order is called back by voice.
  const standDown = underWay(before).filter((one) => hasOrder(one) && !here.has(one.unit));
  return [
    ...go.map(({ unit }) => ({ unit, order: orderOn(after, 'go', cmd, expiresAt) })),
    ...standDown.map(({ unit }) => ({ unit, order: orderOn(after, 'standDown', cmd, expiresAt) })),
  ];
}

/**
 * Whether a unit is on its way where nobody awaits it: its order was given up as untold, and then the ticket was closed or
 * the unit taken off it. Nobody told it that, for nobody knew that it had heard.
 */
export function goesInVain(ticket: Ticket, unit: UnitId, said: UnitReply): boolean {
  if (said !== 'accepted' && said !== 'onSite') return false;
  return ticket.state === 'closed' || !(ticket.assignments ?? []).some((one) => one.unit === unit);
}

export function orderOn(
  { id, ref, title, kind, priority, place }: Ticket,
  order: UnitOrder['order'],
  cmd: CommandId,
  expiresAt: Instant,
): UnitOrder {
  const known = ref === undefined ? {} : { ref };
  return { v: 1, cmd, order, ticket: id, ...known, title, kind, priority, place, expiresAt };
}
