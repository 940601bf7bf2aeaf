import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, type Position } from '../../../shared/geo/position.ts';
import { streetFacts } from '../../../shared/lighting/place-lamps.ts';
import type { StreetDraft } from '../read/draft.ts';
import { meetingsOf, type StreetLine, withMeetings } from './meetings.ts';
import { piecesOf } from './street-pieces.ts';

const M = 1 / 111_195;
const LON = M / Math.cos((47.32 * Math.PI) / 180);
/** A place so many metres east and north. */
const at = (x: number, y: number): Position => [
  Number((5 + x * LON).toFixed(7)),
  Number((47.32 + y * M).toFixed(7)),
];
const street = (name: string, ...line: Position[]): StreetLine => ({ name, line });
const metres = fc.integer({ min: 0, max: 1_500 });
type Point = readonly [number, number];
const lines = fc.array(
  fc.record({
    name: fc.constantFrom('a', 'b', 'c', ''),
    points: fc.array(fc.tuple(metres, metres), { minLength: 2, maxLength: 6 }),
  }),
  { maxLength: 8 },
);
/** Where two segments cross with some metres left at each end, and not so flat that a decimetre moves it by metres. */
function crossingOf([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): Point | undefined {
  const side = (p: Point, q: Point, r: Point) =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  const off = (p: Point, q: Point, r: Point) => side(p, q, r) / Math.hypot(q[0] - p[0], q[1] - p[1]);
  const offs = [off(a, b, c), off(a, b, d), off(c, d, a), off(c, d, b)];
  if (
    !(
      offs.every((metresOff) => Math.abs(metresOff) > 3) &&
      offs[0]! * offs[1]! < 0 &&
      offs[2]! * offs[3]! < 0
    )
  )
    return undefined;
  const share = offs[2]! / (offs[2]! - offs[3]!);
  const sine = Math.abs(offs[0]! - offs[1]!) / Math.hypot(d[0] - c[0], d[1] - c[1]);
  return sine < 0.3 ? undefined : [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

describe('streets that cross', () => {
  it('all meet where a comparison of each segment with each finds that they cross', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const drawn = all.map(({ name, points }) => street(name, ...points.map(([x, y]) => at(x, y))));
        const meetings = meetingsOf(drawn);
        const noded = drawn.map(({ line }, i) => withMeetings(line, meetings[i]!));
        for (const [i, one] of all.entries())
          for (const [j, other] of all.entries()) {
            if (i === j || (one.name !== '' && one.name === other.name)) continue;
            for (const [n, a] of one.points.slice(0, -1).entries())
              for (const [m, b] of other.points.slice(0, -1).entries()) {
                const crossing = crossingOf([a, one.points[n + 1]!], [b, other.points[m + 1]!]);
                if (crossing === undefined) continue;
                const near = (line: readonly Position[]) =>
                  line.filter((place) => distance(place, at(...crossing)) < 1.5).map((place) => place.join());
                expect(near(noded[i]!).some((place) => near(noded[j]!).includes(place))).toBe(true);
              }
          }
      }),
      { numRuns: 300 },
    );
  });

  it('have the point of the crossing in common, in its place along both, and keep all that they had', () => {
    fc.assert(
      fc.property(
        metres,
        metres,
        fc.integer({ min: 5, max: 400 }),
        fc.integer({ min: 0, max: 179 }),
        (x, y, half, deg) => {
          fc.pre(deg > 5 && deg < 175);
          const [dx, dy] = [half * Math.cos((deg * Math.PI) / 180), half * Math.sin((deg * Math.PI) / 180)];
          const all = [
            street('a', at(x - 300, y), at(x - 37, y), at(x + 451, y)),
            street('b', at(x - dx, y - dy), at(x + dx, y + dy)),
          ];
          const [a, b] = meetingsOf(all);
          const noded = [withMeetings(all[0]!.line, a!), withMeetings(all[1]!.line, b!)];
          const common = noded[0]!.filter((one) => noded[1]!.some((other) => other.join() === one.join()));
          expect(common).toHaveLength(1);
          expect(Math.abs(common[0]![0] - (5 + x * LON)) / LON).toBeLessThan(1.1);
          expect(Math.abs(common[0]![1] - (47.32 + y * M)) / M).toBeLessThan(1.1);
          expect(noded[0]!.map(([lon]) => lon)).toEqual(
            noded[0]!.map(([lon]) => lon).toSorted((p, q) => p - q),
          );
          expect(noded[1]).toHaveLength(3);
        },
      ),
    );
  });

  it.each<[string, StreetLine, StreetLine, readonly [number, number]]>([
    ['cross', street('a', at(0, 0), at(100, 0)), street('b', at(50, -50), at(50, 50)), [1, 1]],
    [
      'cross, though nobody has named them',
      street('', at(0, 0), at(9, 0)),
      street('', at(4, -5), at(4, 5)),
      [1, 1],
    ],
    [
      'cross where one has a point',
      street('a', at(0, 0), at(50, 0), at(100, 0)),
      street('b', at(50, -50), at(50, 50)),
      [0, 1],
    ],
    [
      'end half a metre before the other',
      street('a', at(0, 0), at(100, 0)),
      street('b', at(50, 0.5), at(50, 50)),
      [1, 0],
    ],
    [
      'end three metres before the other',
      street('a', at(0, 0), at(100, 0)),
      street('b', at(50, 3), at(50, 50)),
      [0, 0],
    ],
    [
      'cross in a point of both',
      street('a', at(0, 0), at(50, 0), at(99, 0)),
      street('b', at(50, -9), at(50, 0), at(50, 9)),
      [0, 0],
    ],
    ['are one', street('a', at(0, 0), at(100, 0)), street('a', at(50, -50), at(50, 50)), [0, 0]],
    ['run side by side', street('a', at(0, 0), at(100, 0)), street('b', at(0, 9), at(100, 9)), [0, 0]],
  ])('that %s', (_, a, b, points) => {
    expect(meetingsOf([a, b]).map(({ length }) => length)).toEqual(points);
  });
});

describe('a file of streets', () => {
  const draft = (name: string, ...line: Position[]): StreetDraft => ({
    at: name,
    name,
    commune: undefined,
    lines: [line],
  });
  const isJunction = (streets: readonly StreetDraft[], x: number, y: number) =>
    streetFacts(piecesOf(streets)).nearJunction(at(x, y), 5);

  it('without common points has a junction where two through streets cross', () => {
    const cross = [draft('a', at(0, 0), at(300, 0)), draft('b', at(150, -90), at(150, 90))];
    expect(isJunction(cross, 150, 0)).toBe(true);
    expect(isJunction(cross, 60, 0)).toBe(false);
    expect(piecesOf(cross).map(({ properties }) => properties.length)).toEqual([150, 150, 90, 90]);
  });

  it('that marks its junctions means a bridge where it marks none', () => {
    const range = Array.from({ length: 12 }, (_, n) => n * 50);
    const marked = [
      draft('a', ...range.map((x) => at(x, 0))),
      ...range.map((x) => draft(`over ${x}`, at(x, -30), at(x, 0), at(x, 30))),
      draft('bridge', at(75, -80), at(75, 80)),
    ];
    expect(isJunction(marked, 100, 0)).toBe(true);
    expect(isJunction(marked, 75, 0)).toBe(false);
  });
});
