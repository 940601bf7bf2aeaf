import { expect, test } from 'vitest';
import { findStreets, splitNumber } from './streets.ts';

const street = (name: string) => ({ name, commune: 'Dijon', position: [5, 47] as const });
const streets = [street('Place de la Libération'), street('Rue de la Liberté')];

test('found by words without accents, after a number too', () =>
  expect(findStreets(streets, '41 bis, rue liberte', 5).map(({ name }) => name)).toEqual([
    'Rue de la Liberté',
  ]));
test('nothing typed proposes nothing', () => expect(findStreets(streets, '12 ', 5)).toEqual([]));
test('the number stands apart', () => {
  expect(splitNumber('41, rue Monge')).toEqual(['41, ', 'rue Monge']);
  expect(splitNumber('rue du 8-Mai')).toEqual(['', 'rue du 8-Mai']);
});
