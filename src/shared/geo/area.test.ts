import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOf } from './area.ts';
import { convexHull } from './hull.ts';
import type { Position } from './position.ts';

test('a square of a hundredth of a degree at Dijon is 1 112 m by 754 m', () => {
  const corners: readonly Position[] = [
    [5.03, 47.32],
    [5.04, 47.32],
    [5.04, 47.33],
    [5.03, 47.33],
  ];
  expect(areaOf([corners]) / 1e6).toBeCloseTo(1.112 * 0.754, 2);
  expect(areaOf([corners.toReversed()]), 'whichever way round').toBeCloseTo(areaOf([corners]), 0);
  expect(areaOf([corners, corners.toReversed()]), 'what is taken away is all of it').toBeCloseTo(0);
});

test('of a point or a line nothing is within', () => {
  expect(areaOf([])).toBe(0);
  expect(areaOf([[[5.03, 47.32]]])).toBe(0);
  const line: readonly Position[] = [
    [5.03, 47.32],
    [5.04, 47.33],
  ];
  expect(areaOf([line])).toBe(0);
});

test('more places never make the ground about them smaller', () => {
  const place = fc.tuple(
    fc.double({ min: 5, max: 5.1, noNaN: true }),
    fc.double({ min: 47.3, max: 47.4, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(place, { minLength: 3, maxLength: 12 }), place, (places, more) => {
      const [before, after] = [places, [...places, more]].map((all) => areaOf([convexHull(all)]));
      // Of one corner more the degrees may be a thousandth longer or shorter.
      expect(after).toBeGreaterThanOrEqual(before! * 0.998);
    }),
  );
});
