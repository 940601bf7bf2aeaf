import type { Position } from '../../geo/position.ts';
import type { Travel } from '../../geo/route.ts';
import { type LampFaultGroup, NEEDS, type RepairTrip } from './group.ts';

type Stop = RepairTrip['stops'][number];
type Wanted = Pick<LampFaultGroup, 'id' | 'cause' | 'lamps' | 'position'>;

/** Stops of one trip: about a day's work of a crew. */
const STOPS = 12;
/** Two stops are never nearer than this, m: parking and setting up the lift takes as long as that way. */
const LEAST_M = 200;

/**
 * The trip that repairs most, so far as one step ahead sees: it begins where one stop repairs most lamps, and goes on,
 * each time, to the stop with most lamps for the way to it. The same groups make the same trip. A trip that looks further
 * ahead may be shorter; this one can be followed by who reads the list. What the grid's operator has to bring back is no
 * stop: no crew of the city repairs it.
 * @param travelFrom the way from a place to all others, along streets; one search each
 * @returns one stop after the other, so that who asks may do something else between
 */
export function* tripStops(
  groups: readonly Wanted[],
  travelFrom: (place: Position) => (to: Position) => Pick<Travel, 'metres' | 'by'>,
): Generator<Stop> {
  const ours = groups.filter(({ cause }) => NEEDS[cause] !== 'grid');
  const left = new Map(ours.map((group) => [group.id, group]));
  let at: Wanted | undefined;
  for (let n = 0; n < STOPS && left.size > 0; n++) {
    const travel: ReturnType<typeof travelFrom> =
      at === undefined ? () => ({ metres: 0, by: 'streets' }) : travelFrom(at.position);
    const best = [...left.values()]
      .map((group) => ({ group, way: travel(group.position) }))
      .map(({ group, way }) => ({ group, way, worth: group.lamps / Math.max(LEAST_M, way.metres) }))
      .reduce((a, b) => (b.worth > a.worth || (b.worth === a.worth && b.group.id < a.group.id) ? b : a));
    at = best.group;
    left.delete(at.id);
    yield { group: at.id, metres: Math.round(best.way.metres), by: best.way.by };
  }
}
