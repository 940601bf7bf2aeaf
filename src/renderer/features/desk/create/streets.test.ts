import { expect, test } from 'vitest';
import { Streets } from '../../../../shared/geo/streets.ts';
import { findStreets, splitNumber, streetsOf } from './streets.ts';

const piece = (name: string, coordinates: readonly (readonly number[])[]) => ({
  type: 'Feature',
  properties: { name, commune: 'Dijon', length: 10 },
  geometry: { type: 'LineString', coordinates },
});
const features = [
  piece('Rue de la Liberté', [
    [5, 47],
    [5.1, 47.1],
    [5.2, 47.2],
  ]),
  piece('Rue de la Liberté', [
    [6, 47],
    [6.1, 47.1],
  ]),
  piece('Place de la Libération', [
    [5, 47],
    [5.1, 47.1],
  ]),
  piece('', [
    [5, 47],
    [5.1, 47.1],
  ]),
];
const streets = streetsOf([Streets.parse({ v: 1, district: '01', type: 'FeatureCollection', features })]);

test('each named street once, with a place on it', () => {
  expect(streets.map(({ name }) => name)).toEqual(['Place de la Libération', 'Rue de la Liberté']);
  expect(streets[1]?.position).toEqual([5.1, 47.1]);
  expect(streets[0]?.position).toEqual([5.1, 47.1]);
});
test('found by words without accents, after a number too', () =>
  expect(findStreets(streets, '41 bis, rue liberte', 5).map(({ name }) => name)).toEqual([
    'Rue de la Liberté',
  ]));
test('nothing typed proposes nothing', () => expect(findStreets(streets, '12 ', 5)).toEqual([]));
test('the number stands apart', () => {
  expect(splitNumber('41, rue Monge')).toEqual(['41, ', 'rue Monge']);
  expect(splitNumber('rue du 8-Mai')).toEqual(['', 'rue du 8-Mai']);
});
