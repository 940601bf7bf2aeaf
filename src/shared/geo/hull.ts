import type { Position } from './position.ts';

/** Which side of the line from a to b a point is on: positive to the left. */
const side = (a: Position, b: Position, p: Position): number =>
  (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);

function chain(sorted: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const p of sorted) {
    while (kept.length > 1 && side(kept.at(-2)!, kept.at(-1)!, p) <= 0) kept.pop();
    kept.push(p);
  }
  return kept.slice(0, -1);
}

/** The corners of the smallest convex area that has all places, counterclockwise; as they are where they are few. */
export function convexHull(places: readonly Position[]): readonly Position[] {
  const sorted = places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  return [...chain(sorted), ...chain(sorted.toReversed())];
}
