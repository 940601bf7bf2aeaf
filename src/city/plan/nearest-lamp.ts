import type { Position } from '../../shared/geo/position.ts';
import { toPlane } from './geometry.ts';
import type { Lamp } from './types.ts';

const CELL = 200;

/** Finds the lamp nearest to a position, wherever it is. */
export function lampFinder(lamps: readonly Lamp[]): (at: Position) => Lamp {
  const points = lamps.map((lamp) => toPlane(lamp.position));
  const key = (c: number, r: number) => c * 100_000 + r;
  const cells = Map.groupBy(points.keys(), (i) =>
    key(Math.floor(points[i]![0] / CELL), Math.floor(points[i]![1] / CELL)),
  );
  return (at) => {
    const [x, y] = toPlane(at);
    const [c, r] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    const look = (i: number) => {
      const d = (points[i]![0] - x) ** 2 + (points[i]![1] - y) ** 2;
      if (d < least) [best, least] = [i, d];
    };
    // ring by ring, until no lamp of the next ring can be nearer than the one found
    for (let n = 0; n < 200 && (n - 1) * CELL < Math.sqrt(least); n++)
      for (let i = c - n; i <= c + n; i++)
        for (let j = r - n; j <= r + n; j++)
          if (Math.max(Math.abs(i - c), Math.abs(j - r)) === n) cells.get(key(i, j))?.forEach(look);
    if (best < 0) throw new RangeError('no lamp within 40 km');
    return lamps[best]!;
  };
}
