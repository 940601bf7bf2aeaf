import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPolygon } from '../../../shared/geo/in-polygon.ts';
import { latOf, lonOf, mercatorX, mercatorY, metresPerPixel, ringOf } from './mercator.ts';

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

test('the corners of a part of the map hold what is in it and nothing beside', () => {
  const ring = ringOf([5.0, 47.3, 5.1, 47.4]);
  const holds = (lon: number, lat: number) => inPolygon(ring, mercatorX(lon), mercatorY(lat));
  expect([holds(5.05, 47.35), holds(5.001, 47.399)]).toEqual([true, true]);
  expect([holds(4.99, 47.35), holds(5.11, 47.35), holds(5.05, 47.29), holds(5.05, 47.41)]).toEqual(
    Array(4).fill(false),
  );
});
