import { expect, test } from 'vitest';
import type { Crossing } from '../../../shared/crossing/model.ts';
import type { CrossingId } from '../../../shared/ids.ts';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import { lampKey } from '../../../shared/lamp/selection.ts';
import { LampState } from '../../../shared/lamp/state.ts';
import { crossingReach, crossingState, litCrossings } from './lit-crossings.ts';
import { quietFor } from './map-freshness.ts';

const EAST = 1 / 75_400;
/** Lamps so many metres along a street; one without an id is a tombstone. */
const piece = (slot: number, ...lamps: readonly (readonly [id: string, metres: number])[]) =>
  ({
    slot,
    ids: lamps.map(([id]) => id),
    lon: Float64Array.from(lamps, ([, metres]) => 5.04 + metres * EAST),
    lat: Float64Array.from(lamps, () => 47.32),
  }) as unknown as DistrictLamps;
const crossing = (id: string, metres: number): Crossing => ({
  id: id as CrossingId,
  position: [5.04 + metres * EAST, 47.32],
});

test('each crossing has the lamps that light it, the nearest first, over the border of a district too', () => {
  const pieces = [piece(0, ['L-1', 0], ['', 10]), piece(3, ['L-2', 25], ['L-3', 200])];
  const { crossings, light } = litCrossings([crossing('a', 14), crossing('b', 400)], pieces, 20);
  expect(crossings.map(({ id, lamps }) => [id, lamps])).toEqual([
    ['a', [lampKey({ slot: 3, index: 0 }), lampKey({ slot: 0, index: 0 })]],
    ['b', []],
  ]);
  expect(light.litFrom([5.04, 47.32], 20).map(({ crossing: { id } }) => String(id))).toEqual(['a']);
});

test('how far lamps are that light a crossing is as the floors of the plan say, 20 m where none does', () => {
  const floor = (where: object) => ({ id: 'f', name: 'F', level: 50, where });
  expect(crossingReach(undefined)).toBe(20);
  expect(crossingReach({ floors: [floor({ junctionMetres: 60 })] })).toBe(20);
  expect(crossingReach({ floors: [floor({ crossingMetres: 12 }), floor({ crossingMetres: 15 })] })).toBe(15);
});

test('a crossing is lit by no lamp, or its lamps are silent, or it is well', () => {
  const now = 1_800_000_000_000;
  const table = (state: number, age: number) => ({
    find: (_: number, index: number) => index,
    state: Uint8Array.of(state),
    observedAt: Uint32Array.of((now - age) / 1_000),
  });
  const lamps = [lampKey({ slot: 0, index: 0 })];
  expect(crossingState({ lamps: [] }, table(LampState.on, 0), now)).toBe('unlit');
  expect(crossingState({ lamps }, table(LampState.on, 1_000), now)).toBe('ok');
  expect(crossingState({ lamps }, table(LampState.on, quietFor(1) + 2_000), now)).toBe('silent');
  expect(crossingState({ lamps }, table(LampState.neverSeen, 1_000), now)).toBe('silent');
});
