import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LampIndex } from './lamp-index.ts';

// A coarse grid, so that lamps coincide and distances tie.
const coordinate = fc.nat(8).map((n) => n / 8);
const lamps = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 300, size: 'max' });
const columns = (points: readonly (readonly [number, number])[]) =>
  [Float64Array.from(points, (p) => p[0]), Float64Array.from(points, (p) => p[1])] as const;

test('picking finds what a search of all lamps finds', () => {
  fc.assert(
    fc.property(
      lamps,
      coordinate,
      coordinate,
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      (points, x, y, reach) => {
        const [xs, ys] = columns(points);
        let expected = -1;
        let least = reach * reach;
        for (const [i, [px, py]] of points.entries()) {
          const d = (px - x) ** 2 + (py - y) ** 2;
          if (d < least || (d === least && expected < 0)) [expected, least] = [i, d];
        }
        expect(new LampIndex(xs, ys).nearest(x, y, reach)).toBe(expected);
      },
    ),
  );
});

test('lamps come in the same order from every query', () => {
  fc.assert(
    fc.property(lamps, coordinate, coordinate, coordinate, coordinate, (points, a, b, c, d) => {
      const index = new LampIndex(...columns(points));
      const [minX, maxX, minY, maxY] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)];
      const all = index.within(0, 0, 1, 1);
      const expected = all.filter((i) => {
        const [x, y] = points[i]!;
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
      });
      expect(all).toHaveLength(points.length);
      expect(index.within(minX, minY, maxX, maxY)).toEqual(expected);
    }),
  );
});

test('a city without lamps has none to find', () => {
  const index = new LampIndex(new Float64Array(0), new Float64Array(0));
  expect([index.nearest(0.5, 0.5, 1), index.within(0, 0, 1, 1)]).toEqual([-1, []]);
});
