import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldOfView, type StreetThing } from './field-of-view.ts';

/** Of latitude, and at 47° two thirds of it of longitude: 30 m. */
const STEP = 0.00027;
/** A crossing: three lamps each 30 m apart to the north, two to the east. */
const about: readonly StreetThing<string>[] = [
  { key: 'n1', position: [5, 47 + STEP], street: 'rue Haute' },
  { key: 'n2', position: [5, 47 + 2 * STEP], street: 'rue Haute' },
  { key: 'n3', position: [5, 47 + 3 * STEP], street: 'rue Haute' },
  { key: 'e1', position: [5 + 1.5 * STEP, 47], street: 'rue Basse' },
  { key: 'e2', position: [5 + 3 * STEP, 47], street: '' },
];
const camera = { position: [5, 47] as const, azimuth: 0, fieldOfView: 60, range: 70 };

test('what is within range and angle is seen, the street of most of it first', () => {
  expect(fieldOfView(camera, about)).toEqual({ things: ['n1', 'n2'], streets: ['rue Haute'] });
  expect(fieldOfView({ ...camera, range: 100, azimuth: 45, fieldOfView: 100 }, about)).toEqual({
    things: ['n1', 'n2', 'n3', 'e1', 'e2'],
    streets: ['rue Haute', 'rue Basse'],
  });
  expect(fieldOfView({ ...camera, azimuth: 180 }, about)).toEqual({ things: [], streets: [] });
});

test('a camera that sees farther or wider loses nothing of what it saw', () => {
  const angle = fc.integer({ min: 1, max: 360 });
  const reach = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359 }), angle, angle, reach, reach, (azimuth, a, b, c, d) => {
      const see = (fieldOfViewAngle: number, range: number) =>
        fieldOfView({ ...camera, azimuth, fieldOfView: fieldOfViewAngle, range }, about).things;
      const more = see(Math.max(a, b), Math.max(c, d));
      for (const key of see(Math.min(a, b), Math.min(c, d))) expect(more).toContain(key);
    }),
  );
});
