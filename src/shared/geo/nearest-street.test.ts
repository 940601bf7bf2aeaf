import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEAR_STREET_M, nearestStreet } from './nearest-street.ts';
import { distance, type Position } from './position.ts';
import { StreetPiece } from './streets.ts';

const piece = (name: string, ...coordinates: readonly Position[]) =>
  StreetPiece.parse({
    type: 'Feature',
    properties: { name, commune: 'Dijon', length: 10 },
    geometry: { type: 'LineString', coordinates },
  });
const east = piece('Rue Monge', [5.03, 47.32], [5.04, 47.32]);
const north = piece('Rue du Lac', [5.06, 47.32], [5.06, 47.33]);

test('by its line, not by its ends', () => {
  const found = nearestStreet([north, east], [5.035, 47.3201]);
  expect(found).toMatchObject({ name: 'Rue Monge', commune: 'Dijon' });
  expect(found?.metres).toBeCloseTo(11.1, 0);
});

test('beyond its end from its end; on it no distance', () => {
  expect(nearestStreet([east], [5.041, 47.32])?.metres).toBeCloseTo(
    distance([5.04, 47.32], [5.041, 47.32]),
    0,
  );
  expect(nearestStreet([east], [5.033, 47.32])?.metres).toBeCloseTo(0);
});

test('none without a name, none where all are far, none in a city without streets', () => {
  expect(nearestStreet([piece('', [5.03, 47.32], [5.04, 47.32])], [5.035, 47.32])).toBeUndefined();
  expect(nearestStreet([east], [5.035, 47.35])).toBeUndefined();
  expect(nearestStreet([], [5.035, 47.32])).toBeUndefined();
});

test('no point of any street is nearer than the one that is found', () => {
  const near = fc.tuple(
    fc.double({ min: 5, max: 5.02, noNaN: true }),
    fc.double({ min: 47.3, max: 47.31, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(near, near), { minLength: 1, maxLength: 6 }), near, (lines, point) => {
      const pieces = lines.map(([a, b], n) => piece(`Rue ${n}`, a, b));
      const found = nearestStreet(pieces, point);
      const least = Math.min(...lines.flat().map((end) => distance(end, point)));
      // Half a per cent for the shape of the earth, a decimetre for what is very near.
      expect(found?.metres ?? NEAR_STREET_M).toBeLessThanOrEqual(least * 1.005 + 0.1);
    }),
  );
});
