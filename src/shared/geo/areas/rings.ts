import type { Position } from '../position.ts';
import { NOBODY } from './fill.ts';
import type { Grid } from './grid.ts';

/** How often the steps of squares are evened out. */
const ROUNDS = 4;
/** Corners nearer than this to the line between their neighbours are none, squares. */
const STRAIGHT = 0.004;

/** Borders of each group's squares, evened out: both sides of a border are the same line. */
export function ringsOf(grid: Grid): ReadonlyMap<number, readonly (readonly Position[])[]> {
  const rings = new Map<number, (readonly Position[])[]>();
  for (const [group, steps] of stepsOf(grid)) {
    const its: (readonly Position[])[] = [];
    rings.set(group, its);
    for (const corners of chained(steps)) {
      const points = corners.map((corner): Position => cornerAt(corner, grid));
      its.push(even(points).map(([column, row]) => grid.place(column, row)));
    }
  }
  return rings;
}

const cornerAt = (corner: number, { columns }: Grid): Position => [
  corner % (columns + 1),
  Math.floor(corner / (columns + 1)),
];

/** From which corners to which a border runs, with its group on the left; by group. */
function stepsOf({ owner, columns, rows }: Grid): ReadonlyMap<number, Map<number, number[]>> {
  const steps = new Map<number, Map<number, number[]>>();
  const step = (group: number, from: number, to: number): void => {
    const its = steps.get(group) ?? new Map<number, number[]>();
    steps.set(group, its);
    const on = its.get(from);
    if (on === undefined) its.set(from, [to]);
    else on.push(to);
  };
  for (let row = 1; row < rows - 1; row++)
    for (let column = 1; column < columns - 1; column++) {
      const square = row * columns + column;
      const group = owner[square]!;
      if (group === NOBODY) continue;
      const southWest = row * (columns + 1) + column;
      const northWest = southWest + columns + 1;
      if (owner[square - columns] !== group) step(group, southWest, southWest + 1);
      if (owner[square + 1] !== group) step(group, southWest + 1, northWest + 1);
      if (owner[square + columns] !== group) step(group, northWest + 1, northWest);
      if (owner[square - 1] !== group) step(group, northWest, southWest);
    }
  return steps;
}

/** Steps joined to rings: as many lead to a corner as from it, so each walk comes back to where it began. */
function* chained(steps: Map<number, number[]>): Iterable<readonly number[]> {
  for (const [first, ways] of steps)
    while (ways.length > 0) {
      const ring = [first];
      for (let at = ways.pop()!; at !== first; at = steps.get(at)!.pop()!) ring.push(at);
      yield ring;
    }
}

/**
 * A ring of steps as a line that goes evenly. Each point is made of its neighbours alone, the same in both directions:
 * who shares a border has it alike.
 */
function even(corners: readonly Position[]): readonly Position[] {
  let ring = corners.map((corner, n): Position => mixed(corner, corners[(n + 1) % corners.length]!, 0.5));
  for (let round = 0; round < ROUNDS; round++)
    ring = ring.map((point, n): Position => {
      const beside = mixed(ring.at(n - 1)!, ring[(n + 1) % ring.length]!, 0.5);
      return mixed(point, beside, 0.5);
    });
  return ring.filter((point, n) => {
    const [a, b] = [ring.at(n - 1)!, ring[(n + 1) % ring.length]!];
    return Math.abs((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])) > STRAIGHT;
  });
}

const mixed = ([x, y]: Position, [otherX, otherY]: Position, share: number): Position => [
  x + (otherX - x) * share,
  y + (otherY - y) * share,
];
