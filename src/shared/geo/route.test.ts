import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, type Position } from './position.ts';
import { DETOUR, SPEED, travelTo } from './route.ts';
import { streetGraph } from './street-graph.ts';
import type { StreetPiece } from './streets.ts';

const piece = (line: readonly Position[], from?: string, to?: string): StreetPiece => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [...line] },
  properties: { name: 'rue', length: 1, ...(from && { from }), ...(to && { to }) },
});

/** Metres east and north of a corner of Dijon. */
const at = (east: number, north: number): Position => [
  5.04 + east / (111_195 * Math.cos((47.32 * Math.PI) / 180)),
  47.32 + north / 111_195,
];
/** Five by five junctions, 100 m apart, all joined but for the pieces that are left out. */
function grid(left: ReadonlySet<number> = new Set()): readonly StreetPiece[] {
  const pieces: StreetPiece[] = [];
  for (let i = 0; i < 5; i++)
    for (let j = 0; j < 5; j++) {
      const here = at(100 * i, 100 * j);
      if (i < 4) pieces.push(piece([here, at(100 * i + 100, 100 * j)], `${i}-${j}`, `${i + 1}-${j}`));
      if (j < 4) pieces.push(piece([here, at(100 * i, 100 * j + 100)], `${i}-${j}`, `${i}-${j + 1}`));
    }
  return pieces.filter((_, n) => !left.has(n));
}
const whole = streetGraph(grid());
const inGrid = fc.tuple(
  fc.double({ min: 0, max: 400, noNaN: true }),
  fc.double({ min: 0, max: 400, noNaN: true }),
);

describe('along streets', () => {
  test('it is as far as the streets lead, not as the crow flies', () => {
    const travel = travelTo(whole, at(0, 0))(at(300, 200), 'car');
    expect(travel.by).toBe('streets');
    expect(travel.metres).toBeCloseTo(500, 0);
    expect(travel.seconds).toBeCloseTo(500 / SPEED.car, 0);
  });

  test('on one piece it is along the piece; off it the way to the street counts', () => {
    expect(travelTo(whole, at(120, 0))(at(180, 0), 'foot').metres).toBeCloseTo(60, 0);
    expect(travelTo(whole, at(120, -30))(at(180, 0), 'foot').metres).toBeCloseTo(90, 0);
  });

  test('pieces without names of junctions meet where their ends are', () => {
    const two = streetGraph([piece([at(0, 0), at(100, 0)]), piece([at(100, 0), at(100, 100)])]);
    expect(travelTo(two, at(0, 0))(at(100, 100), 'foot')).toMatchObject({ by: 'streets' });
  });

  test('no way is shorter than the straight line, and it is as far there as back', () => {
    const left = fc.uniqueArray(fc.nat({ max: 39 }), { maxLength: 15 });
    fc.assert(
      fc.property(inGrid, inGrid, left, (a, b, without) => {
        const graph = streetGraph(grid(new Set(without)));
        const [from, to] = [at(...a), at(...b)];
        const there = travelTo(graph, to)(from, 'bike');
        const back = travelTo(graph, from)(to, 'bike');
        expect(there.by).toBe(back.by);
        expect(there.metres).toBeCloseTo(back.metres, 3);
        expect(there.metres).toBeGreaterThanOrEqual(distance(from, to) * 0.999 - 0.1);
      }),
    );
  });

  test('by way of a third place it is never shorter', () => {
    fc.assert(
      fc.property(inGrid, inGrid, inGrid, (a, b, c) => {
        const [toB, toC] = [travelTo(whole, at(...b)), travelTo(whole, at(...c))];
        const straight = toC(at(...a), 'car').metres;
        expect(straight).toBeLessThanOrEqual(toB(at(...a), 'car').metres + toC(at(...b), 'car').metres + 0.1);
      }),
    );
  });
});

describe('as the crow flies', () => {
  test.each([
    ['there is no graph', undefined, at(0, 0), at(300, 400)],
    ['the place is far from any street', whole, at(-900, 0), at(0, 0)],
    ['the unit is far from any street', whole, at(0, 0), at(0, 1_500)],
    [
      'no way leads there',
      streetGraph([piece([at(0, 0), at(100, 0)]), piece([at(600, 0), at(700, 0)])]),
      at(0, 0),
      at(700, 0),
    ],
  ])('where %s', (_, graph, place, from) => {
    const travel = travelTo(graph, place)(from, 'car');
    expect(travel.by).toBe('straight');
    expect(travel.metres).toBeCloseTo(distance(from, place), 3);
    expect(travel.seconds).toBeCloseTo((DETOUR * travel.metres) / SPEED.car, 3);
  });
});
