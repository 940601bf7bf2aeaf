import { expect, test } from 'vitest';
import { streetBook } from './street-book.ts';
import { StreetPiece } from './streets.ts';

const piece = (name: string, line: (readonly number[])[], more: object = {}) =>
  StreetPiece.parse({
    type: 'Feature',
    properties: { name, commune: 'Dijon', length: 10, ...more },
    geometry: { type: 'LineString', coordinates: line },
  });
const [here, there, far] = [
  [5, 47],
  [5.001, 47],
  [6, 48],
] as const;
const corners = (...pieces: readonly StreetPiece[]) =>
  streetBook(pieces)
    .cornersOf({ name: 'Rue Monge', commune: 'Dijon' })
    .map(({ other, position }) => [other, position]);

test('streets meet where their pieces end in one place, each once, in order of name', () => {
  const monge = [piece('Rue Monge', [here, there]), piece('Rue Monge', [there, far])];
  const others = [
    piece('Rue du Bourg', [far, there]),
    piece('Rue Brulard', [[5, 46], here]),
    piece('Rue Brulard', [there, [5, 49]]),
    piece('Rue loin', [
      [1, 1],
      [2, 2],
    ]),
    piece('', [here, [5, 46.9]]),
  ];
  expect(corners(...others, ...monge)).toEqual([
    ['Rue Brulard', here],
    ['Rue du Bourg', there],
  ]);
});

test('by the names of junctions where the data has them, and not in another commune', () => {
  const monge = piece('Rue Monge', [here, there], { from: 'j1', to: 'j2' });
  expect(corners(monge, piece('Rue A', [far, far], { from: 'j1', to: 'j9' }))).toEqual([['Rue A', here]]);
  expect(
    corners(piece('Rue Monge', [here, there], { commune: 'Talant' }), piece('Rue A', [here, far])),
  ).toEqual([]);
});

test('a square that is a street too is told once, in its own commune only', () => {
  const square = (name: string, commune?: string) => ({
    name,
    ...(commune === undefined ? {} : { commune }),
    category: 'square' as const,
    position: here,
  });
  const places = [square('PLACE MONGE', 'Dijon'), square('place Monge', 'Chenôve'), square('place Monge')];
  const { landmarks } = streetBook([piece('Place Monge', [here, there])], places);
  expect(landmarks).toEqual(places.slice(1));
});
