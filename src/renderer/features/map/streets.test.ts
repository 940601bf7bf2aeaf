import { describe, expect, test } from 'vitest';
import type { StreetPiece } from '../../../shared/geo/streets.ts';

import { joinStreets, placesOf, withMore } from './streets.ts';

type Points = StreetPiece['geometry']['coordinates'];
const piece = (
  name: string,
  coordinates: Points,
  more: Partial<StreetPiece['properties']> = {},
): StreetPiece => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates },
  properties: { name, commune: 'Dijon', length: 100, ...more },
});
const [a, b, c, d] = [
  [5, 47],
  [5.01, 47],
  [5.02, 47],
  [5.03, 47.01],
] as const satisfies readonly (readonly [number, number])[];

describe('joining pieces', () => {
  test('pieces of one street become one line, whichever way each runs and in whatever order', () => {
    const lines = joinStreets([
      piece('rue Monge', [b, c]),
      piece('rue Monge', [d, c]),
      piece('rue Monge', [b, a]),
    ]);
    expect(lines).toHaveLength(1);
    const lons = [...lines[0]!.path].filter((_, i) => i % 2 === 0).map((x) => (x - 0.5) * 360);
    const along = lons[0]! < lons[3]! ? lons : lons.toReversed();
    expect(along.map((lon) => lon.toFixed(6))).toEqual(['5.000000', '5.010000', '5.020000', '5.030000']);
    expect(lines[0]!.length).toBe(300);
  });
  test('what does not touch stays apart, and so do communes', () => {
    expect(joinStreets([piece('rue Monge', [a, b]), piece('rue Monge', [c, d])])).toHaveLength(2);
    expect(
      joinStreets([piece('rue Monge', [a, b]), piece('rue Monge', [b, c], { commune: 'Talant' })]),
    ).toHaveLength(2);
  });
  test('a ring ends where it began', () => {
    const lines = joinStreets([piece('rocade', [a, b]), piece('rocade', [b, c]), piece('rocade', [c, a])]);
    expect(lines.map((line) => line.path.length)).toEqual([8]);
  });
  test('no piece is lost or drawn twice at a fork', () => {
    const lines = joinStreets([
      piece('rue Monge', [a, b]),
      piece('rue Monge', [b, c]),
      piece('rue Monge', [b, d]),
    ]);
    expect(lines.reduce((sum, line) => sum + line.path.length / 2 - 1, 0)).toBe(3);
  });
});

describe('rank', () => {
  const rank = (name: string, more: Partial<StreetPiece['properties']> = {}) =>
    joinStreets([piece(name, [a, b], more)])[0]!.rank;
  test('a class is believed', () =>
    expect([rank('avenue Foch', { class: 'street' }), rank('rue Monge', { class: 'ring' })]).toEqual([
      'minor',
      'main',
    ]));
  test('without one, the name tells, or the length', () =>
    expect([rank('boulevard Thiers'), rank('rue Monge'), rank('rue Monge', { length: 2_000 })]).toEqual([
      'main',
      'minor',
      'main',
    ]));
});

test('communes stand amid their streets, the largest first', () => {
  const places = placesOf([
    piece('rue A', [a, b], { commune: 'Talant', length: 10 }),
    piece('rue B', [a, b, c], { length: 300 }),
    piece('rue C', [b, c, d], { length: 100 }),
  ]);
  expect(places.map(({ name, weight }) => [name, weight])).toEqual([
    ['Dijon', 400],
    ['Talant', 10],
  ]);
  expect(places[0]!.x).toBeCloseTo(0.5 + (5.01 * 0.75 + 5.02 * 0.25) / 360, 12);
});

test('a place that the inventory knows is not named again by another source', () => {
  const place = (name: string, x: number) => ({ name, x, y: 0, weight: 1 });
  const all = withMore([place('Chenôve', 1)], [place('CHENOVE', 2), place('Ahuy', 3)]);
  expect(all.map(({ name, x }) => [name, x])).toEqual([
    ['Chenôve', 1],
    ['Ahuy', 3],
  ]);
});
