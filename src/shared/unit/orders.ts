import type { CommandId, UnitId } from '../ids.ts';
import type { Ticket } from '../ticket/model.ts';
import type { Instant } from '../wire/time.ts';
import { type Assignment, isUnderWay } from './assignment.ts';
import type { UnitOrder } from './model.ts';

const underWay = (ticket: Ticket | undefined): readonly Assignment[] =>
  ticket === undefined || ticket.state === 'closed' ? [] : (ticket.assignments ?? []).filter(isUnderWay);

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
  const standDown = underWay(before).filter(({ unit }) => !here.has(unit));
  const { id, ref, title, kind, priority, place } = after;
  const order = (what: UnitOrder['order']): UnitOrder => ({
    v: 1,
    cmd,
    order: what,
    ticket: id,
    ...(ref === undefined ? {} : { ref }),
    title,
    kind,
    priority,
    place,
    expiresAt,
  });
  return [
    ...go.map(({ unit }) => ({ unit, order: order('go') })),
    ...standDown.map(({ unit }) => ({ unit, order: order('standDown') })),
  ];
}
