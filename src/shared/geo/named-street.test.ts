import { expect, test } from 'vitest';
import { namedStreets } from './named-street.ts';
import { StreetPiece } from './streets.ts';

const piece = (name: string, ...coordinates: (readonly number[])[]) =>
  StreetPiece.parse({
    type: 'Feature',
    properties: { name, commune: 'Dijon', length: 10 },
    geometry: { type: 'LineString', coordinates },
  });

test('each named street once, in order of name, nameless pieces not at all', () => {
  const pieces = [
    piece('Rue de la Liberté', [5, 47], [5.2, 47.2]),
    piece('Rue de la Liberté', [6, 47], [6.1, 47.1]),
    piece('Place de la Libération', [5, 47], [5.1, 47.1]),
    piece('', [5, 47], [5.1, 47.1]),
  ];
  expect(namedStreets(pieces).map(({ name }) => name)).toEqual([
    'Place de la Libération',
    'Rue de la Liberté',
  ]);
});

test('a street is at its middle, whatever order its pieces come in', () => {
  const row = [piece('R', [1, 0], [1, 0]), piece('R', [3, 0], [3, 0]), piece('R', [2, 0], [2, 0])];
  expect(namedStreets(row)[0]?.position).toEqual([2, 0]);
});

test('one name in two communes is two streets', () => {
  const chenove = { ...piece('R', [1, 0], [1, 0]), properties: { name: 'R', commune: 'Chenôve', length: 1 } };
  expect(namedStreets([piece('R', [1, 0], [1, 0]), chenove])).toHaveLength(2);
});
