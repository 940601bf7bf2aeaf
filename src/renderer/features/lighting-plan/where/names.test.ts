import { expect, test } from 'vitest';
import { namedWords } from '../../../../shared/lighting/where-names.ts';
import { findLamps, findNames, namesIn, withName } from './names.ts';
import type { CityLamp } from './standings.ts';

const lamp = (id: string, street: string, commune: string, cabinet: string, circuit: string) =>
  ({ lamp: { id, street, commune, cabinet, circuit }, district: 'Centre', watts: 40 }) as unknown as CityLamp;
const lamps = [
  lamp('L-100', 'rue de l’Égalité', 'Dijon', 'ARM-10', 'A'),
  lamp('L-101', 'rue de l’Égalité', 'Chenôve', 'ARM-9', 'A'),
  lamp('L-102', 'place Égalité', 'Dijon', 'ARM-9', 'B'),
];
const names = namesIn(lamps);
const found = (words: string) =>
  findNames(names, words.split(' '), 10).map(({ kind, named, lamps, within }) => [
    kind,
    namedWords(named),
    lamps,
    ...within,
  ]);

test('a street is one name in all its communes, a district too, and a circuit is its cabinet’s', () => {
  expect(found('egalite')).toEqual([
    ['streets', 'place Égalité', 1, 'Dijon'],
    ['streets', 'rue de l’Égalité', 2, 'Dijon', 'Chenôve'],
  ]);
  expect(found('centre')).toEqual([['districts', 'Centre', 3, 'Dijon', 'Chenôve']]);
  expect(found('arm').map(([, name]) => name)).toEqual([
    'ARM-9',
    'ARM-10',
    'A (ARM-9)',
    'A (ARM-10)',
    'B (ARM-9)',
  ]);
  expect(found('a arm-10').find(([kind]) => kind === 'circuits')).toEqual(['circuits', 'A (ARM-10)', 1]);
});

test('a circuit that cabinets share is one name', () => {
  const shared = lamps.map((one) => ({ ...one, lamp: { ...one.lamp, sharedCircuit: true as const } }));
  expect(findNames(namesIn(shared), ['a'], 50).find(({ kind }) => kind === 'circuits')).toMatchObject({
    named: 'A',
    lamps: 2,
    within: ['ARM-10', 'ARM-9'],
  });
});

test('lamps are found by three letters of their id or more', () => {
  expect(findLamps(lamps, ['l-'], 10)).toEqual([]);
  expect(findLamps(lamps, ['l-101'], 10)).toMatchObject([
    { kind: 'lamps', named: 'L-101', within: ['rue de l’Égalité'] },
  ]);
  expect(findLamps(lamps, ['l-1'], 2)).toHaveLength(2);
});

test('a name is added once, and of a kind of which the last is taken out nothing is said', () => {
  const one = withName({ classes: ['lane'] }, 'cabinets', 'ARM-9', true);
  expect(one).toEqual({ classes: ['lane'], cabinets: ['ARM-9'] });
  expect(withName(one, 'cabinets', 'ARM-9', true)).toEqual(one);
  expect(withName(one, 'cabinets', 'ARM-9', false)).toEqual({ classes: ['lane'] });
});
