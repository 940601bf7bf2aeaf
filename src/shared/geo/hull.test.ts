import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convexHull } from './hull.ts';
import type { Position } from './position.ts';

const place = fc.tuple(fc.nat(20), fc.nat(20)).map(([x, y]): Position => [x / 4, y / 4]);

test('every place lies on the left of every edge or on it, and corners are places', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 3, maxLength: 60 }), (places) => {
      const hull = convexHull(places);
      for (const corner of hull) expect(places).toContainEqual(corner);
      for (const [i, a] of hull.entries()) {
        const b = hull[(i + 1) % hull.length]!;
        for (const p of places)
          expect((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('two places are a line, none is nothing', () => {
  expect(
    convexHull([
      [5, 47],
      [4, 47],
    ]),
  ).toEqual([
    [4, 47],
    [5, 47],
  ]);
  expect(convexHull([])).toEqual([]);
});
