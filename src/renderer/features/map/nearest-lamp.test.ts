import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestLamp } from './nearest-lamp.ts';

// A coarse grid, so that lamps coincide and distances tie.
const coordinate = fc.nat(8).map((n) => n / 8);
const lamps = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 300, size: 'max' });
const columns = (points: readonly (readonly [number, number])[]) => ({
  x: Float64Array.from(points, (p) => p[0]),
  y: Float64Array.from(points, (p) => p[1]),
});

test('the nearest within reach is picked, of those that are meant', () => {
  fc.assert(
    fc.property(
      lamps,
      coordinate,
      coordinate,
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.integer({ min: 1, max: 3 }),
      (points, x, y, reach, every) => {
        const meant = (lamp: number) => lamp % every === 0;
        const [nearest] = points
          .map(([px, py], lamp) => ({ lamp, d: (px - x) ** 2 + (py - y) ** 2 }))
          .filter(({ lamp, d }) => d <= reach ** 2 && meant(lamp))
          .toSorted((a, b) => a.d - b.d || a.lamp - b.lamp);
        expect(nearestLamp(columns(points), x, y, reach, meant)).toBe(nearest?.lamp ?? -1);
      },
    ),
  );
});

test('a city without lamps has none to find', () => {
  expect(nearestLamp(columns([]), 0.5, 0.5, 1)).toBe(-1);
});
