import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPolygon, pointsWithin } from './in-polygon.ts';

const place = fc.double({ min: -1, max: 1, noNaN: true });

/** How often the ring goes round the point, by the sum of the angles: reckoned in quite another way. */
function turns(ring: readonly number[], x: number, y: number): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const a = Math.atan2(ring[i + 1]! - y, ring[i]! - x);
    const next = (i + 2) % ring.length;
    const b = Math.atan2(ring[next + 1]! - y, ring[next]! - x);
    const turn = b - a;
    sum += turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
  }
  return Math.round(sum / (2 * Math.PI));
}

/** How far a point is from the nearest edge. */
function clearance(ring: readonly number[], x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    const [ax, ay] = [ring[i]!, ring[i + 1]!];
    const [dx, dy] = [ring[next]! - ax, ring[next + 1]! - ay];
    const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(ax + along * dx - x, ay + along * dy - y));
  }
  return least;
}

test('a point is within where the ring goes round it an odd number of times', () => {
  const ring = fc.array(fc.tuple(place, place), { minLength: 3, maxLength: 12 }).map((all) => all.flat());
  fc.assert(
    fc.property(ring, place, place, (corners, x, y) => {
      fc.pre(clearance(corners, x, y) > 1e-6);
      expect(inPolygon(corners, x, y)).toBe(turns(corners, x, y) % 2 !== 0);
    }),
    { numRuns: 2_000 },
  );
});

test('of columns those within are found, whichever way round the ring was drawn', () => {
  const points = fc.array(fc.tuple(place, place), { maxLength: 50 });
  fc.assert(
    fc.property(points, place, place, place, place, (all, ax, ay, bx, by) => {
      const [x, y] = [all.map(([each]) => each), all.map(([, each]) => each)];
      const box = [ax, ay, bx, ay, bx, by, ax, by];
      const found = new Set(pointsWithin(box, x, y));
      for (const [n, [px, py]] of all.entries()) {
        const strictly =
          px > Math.min(ax, bx) && px < Math.max(ax, bx) && py > Math.min(ay, by) && py < Math.max(ay, by);
        if (strictly) expect(found.has(n)).toBe(true);
        const outside =
          px < Math.min(ax, bx) || px > Math.max(ax, bx) || py < Math.min(ay, by) || py > Math.max(ay, by);
        if (outside) expect(found.has(n)).toBe(false);
      }
      expect(pointsWithin([ax, ay, ax, by, bx, by, bx, ay], x, y).length).toBe(found.size);
    }),
  );
});
