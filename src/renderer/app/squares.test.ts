import { expect, test } from 'vitest';
import { squaresAmong } from './squares.ts';

const at = [5, 47] as const;
const street = (name: string, commune = 'Dijon') => ({ name, commune, position: at });
const place = (name: string, more: object = {}) => ({
  ...{ name, category: 'square' as const, position: at, commune: 'Dijon' },
  ...more,
});

test('a square that is a street too is offered once, by all that people call it', () => {
  const darcy = place('place Darcy', { alternateNames: ['square Darcy'] });
  const station = place('gare');
  const far = place('place Darcy', { commune: 'Talant' });
  const named = [street('Place Darcy'), street('rue Monge')];
  const { both, namesOf } = squaresAmong(named, [darcy, station, far]);
  expect([...both]).toEqual([darcy]);
  expect(named.map(namesOf)).toEqual([['square Darcy'], []]);
});
