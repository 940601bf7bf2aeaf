import { expect, test } from 'vitest';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import { LightingPlan } from '../../../../shared/lighting/model.ts';
import { streetFacts } from '../../../../shared/lighting/place-lamps.ts';
import { lampsAlike } from './lamps-alike.ts';

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

test('lamps are counted by group and by their floor in both plans, with the power that is known', () => {
  const floor = (level: number, where: object) => ({ id: 'f', name: 'F', where, level });
  const before = plan([floor(30, { cabinets: ['ARM-1'] })]);
  const after = plan([floor(50, { streets: ['rue A'] })]);
  expect(lampsAlike(before, after, [piece], streetFacts([]))).toEqual([
    { group: 0, before: 30, after: 50, lamps: 1, watts: 40, unrated: 0 },
    { group: 0, before: 0, after: 50, lamps: 1, watts: 0, unrated: 1 },
    { group: 1, before: 30, after: 0, lamps: 1, watts: 60, unrated: 0 },
  ]);
});
