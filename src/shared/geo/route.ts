import type { UnitKind } from '../unit/model.ts';
import { NearestFirst } from './nearest-first.ts';
import { distance, type Position } from './position.ts';
import type { OnStreet, StreetGraph } from './street-graph.ts';

/**
 * Mean speeds in town by day and night, m/s, stops at junctions included: brisk walking 5.4 km/h, bike 15, motor
 * vehicles about half of what is allowed. Estimates: a room that measures its own puts them here.
 */
export const SPEED: Readonly<Record<UnitKind, number>> = {
  foot: 1.5,
  bike: 4.2,
  motorbike: 8,
  car: 7,
  van: 6.5,
  truck: 5.5,
};

/** Without a way along streets: how much longer than the straight line a way in town is, about. */
export const DETOUR = 1.4;

/**
 * Who keeps to one-way streets: motor vehicles. Who walks does not, and a bike may go against them where 30 km/h are
 * allowed, as in most of them (Code de la route, R. 412-28-1). A vehicle with its siren on may too (R. 432-1): its driver
 * decides that on the way, and no proposal counts on it.
 */
export const KEEPS_ONE_WAY: Readonly<Record<UnitKind, boolean>> = {
  foot: false,
  bike: false,
  motorbike: true,
  car: true,
  van: true,
  truck: true,
};

/** So far a one-way street is no matter at either end of a way, m: positions are no better, and the rest is walked. */
export const WALKED_M = 30;

/** How far and how long. */
export interface Travel {
  /** along streets where `by` says so, else as the crow flies */
  readonly metres: number;
  /**
   * always of a way: as the crow flies, `DETOUR` times as far; where only one-way streets are in the way, no less than
   * against them
   */
  readonly seconds: number;
  readonly by: 'streets' | 'straight';
}

/** The travel of a unit of some kind from where it is to one place. */
export type TravelFrom = (from: Position, kind: UnitKind) => Travel;

/**
 * Travel to a place from anywhere: one search over the whole city, another where vehicles may not go both ways, then
 * each question is a look-up. As the crow flies where there is no graph, no street near, or no way.
 */
export const travelTo = (graph: StreetGraph | undefined, place: Position): TravelFrom =>
  travel(graph, place, 'to');

/** Travel from a place to anywhere: the same as `travelTo` but for one-way streets. */
export const travelFrom = (
  graph: StreetGraph | undefined,
  place: Position,
): ((to: Position, kind: UnitKind) => Travel) => travel(graph, place, 'from');

/** Whether the place that all is measured from is where the travel ends, or where it begins. */
type End = 'to' | 'from';

function travel(graph: StreetGraph | undefined, place: Position, end: End): TravelFrom {
  const fixed = graph?.onStreet(place);
  const searches = new Map<boolean, Float64Array>();
  const far = (there: StreetGraph, from: OnStreet, directed: boolean): Float64Array => {
    const known = searches.get(directed) ?? metresAround(there, from, end, directed);
    searches.set(directed, known);
    return known;
  };
  const along = (other: Position, directed: boolean): number => {
    const on = graph?.onStreet(other);
    if (graph === undefined || fixed === undefined || on === undefined) return Infinity;
    return fixed.off + on.off + between(on, fixed, far(graph, fixed, directed), end, directed);
  };
  return (other, kind) => {
    const directed = graph?.directed === true && KEEPS_ONE_WAY[kind];
    const metres = along(other, directed);
    if (metres < Infinity) return { metres, seconds: metres / SPEED[kind], by: 'streets' };
    const straight = distance(other, place);
    const against = directed ? along(other, false) : Infinity;
    const way = Math.max(DETOUR * straight, against < Infinity ? against : 0);
    return { metres: straight, seconds: way / SPEED[kind], by: 'straight' };
  };
}

/**
 * By which ends of its piece one gets away from a place to the other one (or, where it is the goal, arrives).
 * @param out one leaves it; else one arrives
 */
const endsOf = ({ forth, back, alongFrom, alongTo }: OnStreet, out: boolean, directed: boolean) => ({
  byFrom: !directed || alongFrom <= WALKED_M || (out ? back : forth),
  byTo: !directed || alongTo <= WALKED_M || (out ? forth : back),
});

function between(on: OnStreet, fixed: OnStreet, far: Float64Array, end: End, directed: boolean): number {
  const { byFrom, byTo } = endsOf(on, end === 'to', directed);
  const around = Math.min(
    byFrom ? on.alongFrom + far[on.from]! : Infinity,
    byTo ? on.alongTo + far[on.to]! : Infinity,
  );
  if (on.piece !== fixed.piece) return around;
  const ahead = end === 'to' ? fixed.alongFrom - on.alongFrom : on.alongFrom - fixed.alongFrom;
  const may = !directed || Math.abs(ahead) <= WALKED_M || (ahead > 0 ? on.forth : on.back);
  return may ? Math.min(around, Math.abs(ahead)) : around;
}

/**
 * Metres between each junction and the place, Infinity where no way leads: Dijkstra's search from the place, against the
 * travel where that ends there.
 */
function metresAround(graph: StreetGraph, place: OnStreet, end: End, directed: boolean): Float64Array {
  const { starts, ends, metres } = graph;
  const open = end === 'to' ? graph.enters : graph.leaves;
  const far = new Float64Array(graph.junctions).fill(Infinity);
  const queue = new NearestFirst();
  const reach = (junction: number, at: number) => {
    if (at >= far[junction]!) return;
    far[junction] = at;
    queue.add(junction, at);
  };
  const { byFrom, byTo } = endsOf(place, end === 'from', directed);
  if (byFrom) reach(place.from, place.alongFrom);
  if (byTo) reach(place.to, place.alongTo);
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    const { item, at } = next;
    if (at > far[item]!) continue; // it was reached by a shorter way since
    for (let way = starts[item]!; way < starts[item + 1]!; way++)
      if (!directed || open[way] === 1) reach(ends[way]!, at + metres[way]!);
  }
  return far;
}
