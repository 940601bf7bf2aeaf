import { expect, test } from 'vitest';
import { findLamps, findNames, namesIn, withName } from './names.ts';
import type { CityLamp } from './standings.ts';

const lamp = (id: string, street: string, commune: string, cabinet: string, circuit: string) =>
  ({ lamp: { id, street, commune, cabinet, circuit }, watts: 40 }) as unknown as CityLamp;
const lamps = [
  lamp('L-100', 'rue de l’Égalité', 'Dijon', 'ARM-10', 'A'),
  lamp('L-101', 'rue de l’Égalité', 'Chenôve', 'ARM-9', 'A'),
  lamp('L-102', 'place Égalité', 'Dijon', 'ARM-9', 'B'),
];
const names = namesIn(lamps);
const found = (words: string) =>
  findNames(names, words.split(' '), 10).map(({ kind, name, lamps, within }) => [
    kind,
    name,
    lamps,
    ...within,
  ]);

test('a street is one name in all its communes, a circuit in all its cabinets: so plans know them', () => {
  expect(found('egalite')).toEqual([
    ['streets', 'place Égalité', 1, 'Dijon'],
    ['streets', 'rue de l’Égalité', 2, 'Dijon', 'Chenôve'],
  ]);
  expect(found('a').find(([kind]) => kind === 'circuits')).toEqual(['circuits', 'A', 2, 'ARM-10', 'ARM-9']);
  expect(found('arm').map(([, name]) => name)).toEqual(['ARM-9', 'ARM-10']);
});

test('lamps are found by three letters of their id or more', () => {
  expect(findLamps(lamps, ['l-'], 10)).toEqual([]);
  expect(findLamps(lamps, ['l-101'], 10)).toMatchObject([
    { kind: 'lamps', name: 'L-101', within: ['rue de l’Égalité'] },
  ]);
  expect(findLamps(lamps, ['l-1'], 2)).toHaveLength(2);
});

test('a name is added once, and of a kind of which the last is taken out nothing is said', () => {
  const one = withName({ classes: ['lane'] }, 'cabinets', 'ARM-9', true);
  expect(one).toEqual({ classes: ['lane'], cabinets: ['ARM-9'] });
  expect(withName(one, 'cabinets', 'ARM-9', true)).toEqual(one);
  expect(withName(one, 'cabinets', 'ARM-9', false)).toEqual({ classes: ['lane'] });
});
