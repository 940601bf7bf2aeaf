import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, type Position } from './position.ts';
import { DETOUR, SPEED, travelFrom, travelTo, WALKED_M } from './route.ts';
import { streetGraph } from './street-graph.ts';
import { OneWay, type StreetPiece } from './streets.ts';

const piece = (line: readonly Position[], from?: string, to?: string, oneway?: OneWay): StreetPiece => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [...line] },
  properties: { name: 'rue', length: 1, ...(from && { from }), ...(to && { to }), ...(oneway && { oneway }) },
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
/** The grid with pieces that may be driven in one direction, by their place in it. */
const directed = (ways: readonly (OneWay | undefined)[]): readonly StreetPiece[] =>
  grid().map((one, n) => {
    const oneway = ways[n];
    return oneway === undefined ? one : { ...one, properties: { ...one.properties, oneway } };
  });
const someOneWay = fc.array(fc.option(fc.constantFrom(...OneWay.options), { nil: undefined }), {
  minLength: 40,
  maxLength: 40,
});
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

/** Metres between all junctions by the rule of the road, tried out one by one: Floyd and Warshall's. */
function byTheRule(pieces: readonly StreetPiece[]): (from: string, to: string) => number {
  const far = new Map<string, number>();
  const names = new Set<string>();
  for (const { geometry, properties } of pieces) {
    const { from = '', to = '', oneway } = properties;
    const metres = distance(geometry.coordinates[0]!, geometry.coordinates[1]!);
    for (const name of [from, to]) far.set(`${name} ${name}`, 0);
    names.add(from).add(to);
    if (oneway !== '-1') far.set(`${from} ${to}`, metres);
    if (oneway !== 'yes') far.set(`${to} ${from}`, metres);
  }
  const of = (from: string, to: string) => far.get(`${from} ${to}`) ?? Infinity;
  for (const by of names)
    for (const from of names)
      for (const to of names)
        if (of(from, by) + of(by, to) < of(from, to)) far.set(`${from} ${to}`, of(from, by) + of(by, to));
  return of;
}

describe('one-way streets', () => {
  const corner = fc.record({ i: fc.nat({ max: 4 }), j: fc.nat({ max: 4 }) });

  test('who drives goes round by the streets that may be driven, to every corner', () => {
    fc.assert(
      fc.property(someOneWay, corner, corner, (ways, a, b) => {
        const pieces = directed(ways);
        const metres = byTheRule(pieces)(`${a.i}-${a.j}`, `${b.i}-${b.j}`);
        const from = at(100 * a.i, 100 * a.j);
        const travel = travelTo(streetGraph(pieces), at(100 * b.i, 100 * b.j))(from, 'car');
        expect(travel.by).toBe(metres === Infinity ? 'straight' : 'streets');
        if (metres < Infinity) expect(travel.metres).toBeCloseTo(metres, 0);
      }),
      { numRuns: 30 },
    );
  });

  test('never is it quicker than without them; who walks or rides a bike is not kept by them', () => {
    fc.assert(
      fc.property(someOneWay, inGrid, inGrid, (ways, a, b) => {
        const graph = streetGraph(directed(ways));
        const [from, to] = [at(...a), at(...b)];
        const free = travelTo(whole, to)(from, 'van');
        const driven = travelTo(graph, to)(from, 'van');
        expect(driven.seconds).toBeGreaterThanOrEqual(free.seconds - 1e-6);
        for (const kind of ['foot', 'bike'] as const)
          expect(travelTo(graph, to)(from, kind).metres).toBeCloseTo(free.metres, 6);
      }),
    );
  });

  test('from a place on and from elsewhere to it are the same way', () => {
    fc.assert(
      fc.property(someOneWay, inGrid, inGrid, (ways, a, b) => {
        const graph = streetGraph(directed(ways));
        const [from, to] = [at(...a), at(...b)];
        const on = travelFrom(graph, from)(to, 'truck');
        const there = travelTo(graph, to)(from, 'truck');
        expect(on.by).toBe(there.by);
        expect(on.metres).toBeCloseTo(there.metres, 6);
      }),
    );
  });

  test('who is past the place goes round the block, but for some steps', () => {
    const square = [at(0, 0), at(200, 0), at(200, 200), at(0, 200)];
    const round = streetGraph(
      square.map((from, n) => piece([from, square[(n + 1) % 4]!], `${n}`, `${(n + 1) % 4}`, 'yes')),
    );
    const travel = travelTo(round, at(60, 0));
    expect(travel(at(140, 0), 'car').metres).toBeCloseTo(720, 0);
    expect(travel(at(140, 0), 'foot').metres).toBeCloseTo(80, 0);
    expect(travel(at(60 + WALKED_M - 5, 0), 'car').metres).toBeCloseTo(WALKED_M - 5, 0);
    const against = streetGraph([piece([at(0, 0), at(200, 0)], 'a', 'b', '-1')]);
    expect(travelTo(against, at(40, 0))(at(160, 0), 'car')).toMatchObject({ by: 'streets' });
  });

  test('where none may be driven to the place it is as the crow flies, and no sooner than against them', () => {
    const out = streetGraph([piece([at(0, 0), at(200, 0)], 'a', 'b', 'yes')]);
    const travel = travelTo(out, at(40, 0));
    expect(travel(at(160, 0), 'car')).toMatchObject({ by: 'straight', metres: expect.closeTo(120, 0) });
    expect(travel(at(160, 0), 'foot')).toMatchObject({ by: 'streets', metres: expect.closeTo(120, 0) });
    const bend = streetGraph([piece([at(0, 0), at(0, 300), at(200, 300), at(200, 0)], 'a', 'b', 'yes')]);
    const back = travelTo(bend, at(0, 50))(at(200, 50), 'car');
    expect(back).toMatchObject({ by: 'straight', metres: expect.closeTo(200, 0) });
    expect(back.seconds).toBeCloseTo(700 / SPEED.car, 0);
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
