import { expect, test } from 'vitest';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import { LightingPlan } from '../../../../shared/lighting/model.ts';
import { streetFacts } from '../../../../shared/lighting/place-lamps.ts';
import { lampsAlike, lampsIn, standingsOf } from './standings.ts';

const plan = (floors: readonly object[]) =>
  LightingPlan.parse({
    version: 1,
    place: [5, 47],
    controlPrograms: [{ id: 'p', name: 'P', steps: [{ from: '18:00', level: 50 }], off: '06:00' }],
    calendars: [{ id: 'c', name: 'C', program: 'p' }],
    groups: [
      { id: 'a', name: 'A', where: { streets: ['Rue A'] }, calendar: 'c' },
      { id: 'b', name: 'B', calendar: 'c' },
    ],
    floors,
  });
/** Two in rue A, one of unknown power; a tombstone; one elsewhere. */
const piece = {
  ids: ['1', '2', '', '4'],
  lon: Float64Array.of(5, 5, Number.NaN, 5),
  lat: Float64Array.of(47, 47, Number.NaN, 47),
  names: ['', 'rue A', 'rue B', 'ARM-1'],
  street: Uint16Array.of(1, 1, 0, 2),
  commune: new Uint16Array(4),
  cabinet: Uint16Array.of(3, 0, 0, 3),
  circuit: new Uint16Array(4),
  power: Float32Array.of(40, Number.NaN, Number.NaN, 60),
} as Partial<DistrictLamps> as DistrictLamps;

const lamps = lampsIn([piece]);
const alike = (before: LightingPlan, after: LightingPlan) => {
  const [were, are] = [before, after].map((one) => standingsOf(one, lamps, streetFacts([])));
  return lampsAlike(lamps, were!, are!);
};

test('lamps are counted by group and by their floor in both plans, with the power that is known', () => {
  const floor = (level: number, where: object) => ({ id: 'f', name: 'F', where, level });
  const before = plan([floor(30, { cabinets: ['ARM-1'] })]);
  const after = plan([floor(50, { streets: ['rue A'] })]);
  const [a, b] = [0, 1].map((group) => (was: number, is: number) => ({
    was: { group, floor: was },
    is: { group, floor: is },
  }));
  expect(alike(before, after)).toEqual([
    { ...a!(30, 50), lamps: 1, watts: 40, unrated: 0 },
    { ...a!(0, 50), lamps: 1, watts: 0, unrated: 1 },
    { ...b!(30, 0), lamps: 1, watts: 60, unrated: 0 },
  ]);
});

test('a lamp that comes to another group is counted from where it was', () => {
  const groups = (streets: readonly string[]): LightingPlan => {
    const one = plan([]);
    return { ...one, groups: one.groups.with(0, { ...one.groups[0]!, where: { streets: [...streets] } }) };
  };
  expect(alike(groups(['Rue A']), groups(['rue B']))).toMatchObject([
    { was: { group: 0 }, is: { group: 1 }, lamps: 2 },
    { was: { group: 1 }, is: { group: 0 }, lamps: 1 },
  ]);
});
