import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPolygon } from '../in-polygon.ts';
import type { Position } from '../position.ts';
import { type Area, areasOf } from './areas.ts';

const [LON, LAT, METRE] = [5.04, 47.32, 1 / 111_195];
const placed = (places: readonly (readonly [x: number, y: number])[]) => ({
  lon: places.map(([x]) => LON + (x * METRE) / Math.cos((LAT * Math.PI) / 180)),
  lat: places.map(([, y]) => LAT + y * METRE),
});
const at = (x: number, y: number): Position => {
  const { lon, lat } = placed([[x, y]]);
  return [lon[0]!, lat[0]!];
};
/** Streets crossing each other each 90 m, with a lamp each 30 m. */
const quarter = (fromX: number, toX: number): readonly (readonly [x: number, y: number])[] =>
  Array.from({ length: 31 }, (_, row) => row * 30).flatMap((y) =>
    Array.from({ length: Math.round((toX - fromX) / 30) + 1 }, (_, column) => fromX + column * 30)
      .filter((x) => x % 90 === 0 || y % 90 === 0)
      .map((x) => [x, y] as const),
  );
const has = (area: Area | undefined, [lon, lat]: Position): boolean =>
  (area?.rings ?? []).filter((ring) => inPolygon(ring.flat(), lon, lat)).length % 2 === 1;

test('blocks between streets are of their district, and of one alone where two meet', () => {
  const areas = areasOf([placed(quarter(0, 900)), placed(quarter(930, 1_800))]);
  expect(areas.map((area) => area?.rings.length)).toEqual([1, 1]);
  const [west, east] = areas;
  for (const y of [45, 450, 855]) {
    for (const x of [0, 45, 135, 450, 855])
      expect([has(west, at(x, y)), has(east, at(x, y))]).toEqual([true, false]);
    for (const x of [990, 1_035, 1_800])
      expect([has(west, at(x, y)), has(east, at(x, y))]).toEqual([false, true]);
  }
  for (const far of [at(-150, 450), at(450, 1_100), at(1_950, 450)])
    expect([has(west, far), has(east, far)]).toEqual([false, false]);
  expect(has(west, west!.middle)).toBe(true);
});

test('the border between two is the same line for both', () => {
  const [west, east] = areasOf([placed(quarter(0, 900)), placed(quarter(930, 1_800))]);
  const between = (area: Area | undefined) =>
    area!.rings[0]!.filter(([lon, lat]) => {
      const [x, y] = [(lon - LON) / (at(1, 0)[0] - LON), (lat - LAT) / METRE];
      return x > 850 && x < 980 && y > 100 && y < 800;
    });
  expect(between(west).length).toBeGreaterThan(0);
  const theirs = between(east);
  for (const [lon, lat] of between(west))
    expect(theirs.some(([x, y]) => Math.abs(x - lon) < 1e-9 && Math.abs(y - lat) < 1e-9)).toBe(true);
});

test('what lies apart has a border of its own, what is empty inside too, and one lamp of others no island', () => {
  const hole = quarter(0, 900).filter(([x, y]) => Math.hypot(x - 450, y - 450) > 400);
  const apart = quarter(2_000, 2_090);
  expect(areasOf([placed([...hole, ...apart])])[0]?.rings).toHaveLength(3);
  const [all, guest] = areasOf([placed(quarter(0, 900)), placed([[450, 470]])]);
  expect(all?.rings).toHaveLength(1);
  expect(guest).toBeUndefined();
});

test('a lamp that an inventory places in another country widens nothing, and nothing is nobody’s', () => {
  const [area] = areasOf([placed([...quarter(0, 900), [-4_000_000, 900_000]])]);
  expect(area?.rings).toHaveLength(1);
  expect(areasOf([placed([]), { lon: [Number.NaN], lat: [Number.NaN] }])).toEqual([undefined, undefined]);
  expect(areasOf([])).toEqual([]);
});

test('wherever places are, each ring goes round something, and none breaks', () => {
  const place = fc.tuple(fc.integer({ min: -5_000, max: 5_000 }), fc.integer({ min: -5_000, max: 5_000 }));
  const groups = fc.array(fc.array(place, { maxLength: 40 }), { maxLength: 5 });
  fc.assert(
    fc.property(groups, (all) => {
      for (const area of areasOf(all.map(placed))) {
        if (area === undefined) continue;
        for (const ring of area.rings) expect(Math.abs(doubleAreaOf(ring))).toBeGreaterThan(0);
        for (const point of [area.middle, ...area.rings.flat()])
          expect(point.every(Number.isFinite)).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

const doubleAreaOf = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], n) => {
    const [nextX, nextY] = ring[(n + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
