import { LEAVE_LIGHT_KINDS, lightForbidden } from '../advice/leave-light.ts';
import { distance, type Position } from '../geo/position.ts';
import type { TicketKindId } from '../ticket/kinds.ts';
import type { Ticket } from '../ticket/model.ts';
import { millis } from '../wire/time.ts';
import type { IncidentFloor, LightingPlan } from './model.ts';

/** An open ticket around which lamps are not dimmed below a floor. */
export interface LitIncident {
  readonly ticket: Ticket;
  readonly floor: IncidentFloor;
  /** ms since the epoch */
  readonly until: number;
}

/** Kinds of tickets that say how lamps around them burn: by the plan, or that they are left alone. */
export const kindsThatMatter = ({ incidents }: Pick<LightingPlan, 'incidents'>): readonly TicketKindId[] => [
  ...new Set([...incidents.flatMap(({ kinds }) => kinds as TicketKindId[]), ...LEAVE_LIGHT_KINDS]),
];

/**
 * Which incident a lamp is near, if any: of several the one that needs most light, then the one that lasts longest.
 * Lamps that an open ticket wants left alone (gas, bare wires) are near none.
 * @param tickets of `kindsThatMatter` at least @param now ms
 */
export function incidentFinder(
  { incidents }: Pick<LightingPlan, 'incidents'>,
  tickets: Iterable<Ticket>,
  now: number,
): (at: Position) => LitIncident | undefined {
  const open = [...tickets].filter(({ state }) => state !== 'closed');
  const lit = open
    .flatMap((ticket) =>
      incidents.flatMap((floor) => {
        const until = millis(ticket.openedAt) + floor.hours * 3_600_000;
        return floor.kinds.includes(ticket.kind) && now < until ? [{ ticket, floor, until }] : [];
      }),
    )
    .toSorted((a, b) => b.floor.level - a.floor.level || b.until - a.until);
  const barring = open.filter(({ kind }) => LEAVE_LIGHT_KINDS.some((one) => one === kind));
  return (at) => {
    const found = lit.find(({ ticket: { place }, floor }) => isNear(at, place.position, floor.metres));
    return found !== undefined && lightForbidden([at], barring) === undefined ? found : undefined;
  };
}

/** Of latitude: what is further than this is not reckoned exactly. */
const METRES_PER_DEGREE = 110_000;

const isNear = (lamp: Position, place: Position | undefined, metres: number): boolean =>
  place !== undefined &&
  Math.abs(lamp[1] - place[1]) * METRES_PER_DEGREE <= metres &&
  distance(lamp, place) <= metres;
