import { distance, type Position } from '../geo/position.ts';
import type { TicketKindId } from '../ticket/kinds.ts';
import type { Ticket } from '../ticket/model.ts';

/** Why light is left as it is. */
export type LeaveLight = 'gas' | 'wires';

interface Perimeter {
  readonly why: LeaveLight;
  /** about the ticket's place, m */
  readonly metres: number;
}

/**
 * Kinds whose procedure (`resources/procedures`) wants no lamp switched, and how far around: a switch may set gas on
 * fire (100 m in a street, 200 m where a pipe was hit: the wider one), and lamps whose wires hang bare are to be cut
 * off, not raised.
 */
const LEAVE_LIGHT: Partial<Readonly<Record<TicketKindId, Perimeter>>> = {
  gasSmell: { why: 'gas', metres: 200 },
  exposedWires: { why: 'wires', metres: 50 },
};
export const LEAVE_LIGHT_KINDS = Object.keys(LEAVE_LIGHT) as readonly TicketKindId[];

/** The field by which the hub says that it is for that reason that lamps are not commanded. */
export const LEAVES_LIGHT = 'args.ticket.kind';

/** The field by which it says that all lamps are raised higher for another open ticket, and stay so. */
export const LIGHT_NEEDED = 'args.level';

const perimeterOf = ({ kind }: Pick<Ticket, 'kind'>): Perimeter | undefined =>
  LEAVE_LIGHT[kind as TicketKindId];

/** Why the light about an open ticket must not be commanded; undefined where it may. */
export const leavesLight = (ticket: Pick<Ticket, 'kind'>): LeaveLight | undefined => perimeterOf(ticket)?.why;

/** The open ticket in whose perimeter one of these lamps stands, and why none of it is switched. */
export function lightForbidden(
  lamps: readonly Position[],
  tickets: Iterable<Ticket>,
): { readonly why: LeaveLight; readonly ticket: Ticket } | undefined {
  for (const ticket of tickets) {
    const perimeter = perimeterOf(ticket);
    const { position } = ticket.place;
    if (perimeter === undefined || position === undefined || ticket.state === 'closed') continue;
    const { why, metres } = perimeter;
    if (lamps.some((lamp) => distance(lamp, position) <= metres)) return { why, ticket };
  }
  return undefined;
}
