import { expect, test } from 'vitest';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import { LightingPlan, type Where } from '../../../../shared/lighting/model.ts';
import { namesInDoubt } from './doubts.ts';

/** Two lamps, each of its own cabinet, on circuits of one name. */
const piece = {
  name: 'Montchapet',
  ids: ['1', '2'],
  lon: Float64Array.of(5, 5),
  lat: Float64Array.of(47, 47),
  names: ['', 'rue A', 'ARM-1', 'ARM-2', 'départ 1'],
  street: Uint16Array.of(1, 1),
  commune: new Uint16Array(2),
  cabinet: Uint16Array.of(2, 3),
  circuit: Uint16Array.of(4, 4),
  power: Float32Array.of(40, 40),
} as Partial<DistrictLamps> as DistrictLamps;
const planOf = (where: Where) =>
  LightingPlan.parse({
    version: 1,
    place: [5, 47],
    controlPrograms: [{ id: 'p', name: 'P', steps: [{ from: '18:00', level: 50 }], off: '06:00' }],
    calendars: [{ id: 'c', name: 'C', program: 'p' }],
    groups: [{ id: 'all', name: 'A', calendar: 'c' }],
    floors: [{ id: 'f', name: 'F', where, level: 40 }],
  });

test('what no lamp bears any more, and circuits of several cabinets, are in doubt', () => {
  const plan = planOf({ districts: ['montchapet', 'Toison d’Or'], circuits: ['départ 1'] });
  expect(namesInDoubt(plan, [piece])).toMatchObject([
    { kind: 'gone', name: 'Toison d’Or' },
    { kind: 'ambiguous', name: 'départ 1', cabinets: 2, first: 'ARM-1' },
  ]);
  expect(namesInDoubt(plan, [{ ...piece, sharedCircuits: ['départ 1'] }])).toHaveLength(1);
});

test('a console that has no inventory yet doubts nothing', () =>
  expect(namesInDoubt(planOf({ districts: ['Toison d’Or'] }), [])).toEqual([]));
