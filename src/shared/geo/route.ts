import type { UnitKind } from '../unit/model.ts';
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

/** How far and how long. */
export interface Travel {
  /** along streets where `by` says so, else as the crow flies */
  readonly metres: number;
  /** always of a way: as the crow flies, `DETOUR` times as far */
  readonly seconds: number;
  readonly by: 'streets' | 'straight';
}

/** The travel of a unit of some kind from where it is to one place. */
export type TravelFrom = (from: Position, kind: UnitKind) => Travel;

/**
 * Travel to a place from anywhere: one search over the whole city, then each question is a look-up. As the crow flies
 * where there is no graph, no street near, or no way.
 */
export function travelTo(graph: StreetGraph | undefined, place: Position): TravelFrom {
  const goal = graph?.onStreet(place);
  const far = graph === undefined || goal === undefined ? undefined : metresTo(graph, goal);
  return (from, kind) => {
    const start = graph?.onStreet(from);
    if (goal !== undefined && start !== undefined && far !== undefined) {
      const metres = goal.off + start.off + between(start, goal, far);
      if (metres < Infinity) return { metres, seconds: metres / SPEED[kind], by: 'streets' };
    }
    const metres = distance(from, place);
    return { metres, seconds: (DETOUR * metres) / SPEED[kind], by: 'straight' };
  };
}

function between(start: OnStreet, goal: OnStreet, far: Float64Array): number {
  const around = Math.min(start.alongFrom + far[start.from]!, start.alongTo + far[start.to]!);
  return start.piece === goal.piece ? Math.min(around, Math.abs(start.alongFrom - goal.alongFrom)) : around;
}

/** Metres from each junction to the goal, Infinity where no way leads: Dijkstra's search from the goal. */
function metresTo(graph: StreetGraph, goal: OnStreet): Float64Array {
  const { starts, ends, metres } = graph;
  const far = new Float64Array(graph.junctions).fill(Infinity);
  const queue = new Nearest();
  const reach = (junction: number, at: number) => {
    if (at >= far[junction]!) return;
    far[junction] = at;
    queue.add(junction, at);
  };
  reach(goal.from, goal.alongFrom);
  reach(goal.to, goal.alongTo);
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    const { item, at } = next;
    if (at > far[item]!) continue; // it was reached by a shorter way since
    for (let way = starts[item]!; way < starts[item + 1]!; way++) reach(ends[way]!, at + metres[way]!);
  }
  return far;
}

/** A binary heap: the nearest comes first. */
class Nearest {
  readonly #heap: { readonly item: number; readonly at: number }[] = [];

  add(item: number, at: number): void {
    const heap = this.#heap;
    let i = heap.length;
    heap.push({ item, at });
    for (let up = (i - 1) >> 1; i > 0 && heap[up]!.at > at; i = up, up = (i - 1) >> 1) heap[i] = heap[up]!;
    heap[i] = { item, at };
  }

  take(): { readonly item: number; readonly at: number } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && heap[down + 1]!.at < heap[down]!.at) down += 1;
      if (heap[down]!.at >= last.at) break;
      heap[i] = heap[down]!;
      i = down;
    }
    heap[i] = last;
    return first;
  }
}
