import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latOf, lonOf, mercatorX, mercatorY, metresPerPixel } from './mercator.ts';

test('the world is a square: its corners and its middle', () => {
  expect([mercatorX(-180), mercatorX(0), mercatorX(180)]).toEqual([0, 0.5, 1]);
  expect(mercatorY(85.051_128_779_8)).toBeCloseTo(0, 9);
  expect(mercatorY(0)).toBe(0.5);
  expect(mercatorY(90)).toBeCloseTo(0, 9);
});

test('a place comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
      (lon, lat) => {
        expect(lonOf(mercatorX(lon))).toBeCloseTo(lon, 9);
        expect(latOf(mercatorY(lat))).toBeCloseTo(lat, 9);
      },
    ),
  );
});

test('a pixel is as wide as the tile grid says', () => {
  expect(metresPerPixel(0, 0)).toBeCloseTo(156_543.03, 1);
  expect(metresPerPixel(15, 60)).toBeCloseTo(156_543.03 / 2 ** 15 / 2, 4);
});
