import { expect, test } from 'vitest';
import { planWithFloor } from '../../../../../tests/support/plan.ts';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
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

test('what no lamp bears any more, and circuits of several cabinets, are in doubt', () => {
  const plan = planWithFloor({ districts: ['montchapet', 'Toison d’Or'], circuits: ['départ 1'] });
  expect(namesInDoubt(plan, [piece])).toMatchObject([
    { kind: 'gone', name: 'Toison d’Or' },
    { kind: 'ambiguous', name: 'départ 1', cabinets: 2, first: 'ARM-1' },
  ]);
  expect(namesInDoubt(plan, [{ ...piece, sharedCircuits: ['départ 1'] }])).toHaveLength(1);
});

test('a console that has no inventory yet doubts nothing', () =>
  expect(namesInDoubt(planWithFloor({ districts: ['Toison d’Or'] }), [])).toEqual([]));
