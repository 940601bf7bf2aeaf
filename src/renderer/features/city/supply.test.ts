import { expect, test } from 'vitest';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import { lampKey } from '../../../shared/lamp/selection.ts';
import { LampFault, LampState } from '../../../shared/lamp/state.ts';
import { cabinetState, circuitName, districtGrounds, fedCabinets } from './supply.ts';

/** Four lamps and a tombstone: two on a circuit of A, one on another, one of B. */
const piece: DistrictLamps = {
  slot: 3,
  district: '03',
  name: 'Monge',
  dictVersion: 1,
  ids: ['l0', 'l1', 'l2', '', 'l4'],
  lon: Float64Array.of(5, 5.2, 5.1, Number.NaN, 6),
  lat: Float64Array.of(47, 47, 47.3, Number.NaN, 48),
  names: ['', 'A', 'B', 'A-1', 'A-2'],
  street: new Uint16Array(5),
  commune: new Uint16Array(5),
  cabinet: Uint16Array.of(1, 1, 1, 0, 2),
  circuit: Uint16Array.of(3, 4, 3, 0, 0),
  kind: new Uint16Array(5),
  power: new Float32Array(5),
};
const NOW = 1_800_000_000;
const key = (index: number) => lampKey({ slot: 3, index });
const a = () => fedCabinets([piece], new Map())[0]!;

/** The lamps that reported, from the first on, at `at`; the others never have. */
const heard = (faults: readonly number[], at = NOW) => ({
  find: (_slot: number, index: number) => index,
  faults: Uint16Array.from({ length: 5 }, (_, index) => faults[index] ?? 0),
  state: Uint8Array.from({ length: 5 }, (_, index) =>
    index < faults.length ? LampState.on : LampState.neverSeen,
  ),
  observedAt: new Uint32Array(5).fill(at),
});

test('a cabinet has its lamps by circuit, and stands among them where the inventory has no place', () => {
  const [first, second] = fedCabinets(
    [piece],
    new Map([['B', { id: 'B' as never, position: [5.9, 47.9], street: 'rue Monge' }]]),
  );
  expect(first).toMatchObject({ id: 'A', placed: false });
  expect(first?.position[0]).toBeCloseTo(5.1);
  expect(first?.circuits).toEqual([
    { id: 'A-1', lamps: [key(0), key(2)] },
    { id: 'A-2', lamps: [key(1)] },
  ]);
  expect(second).toMatchObject({ id: 'B', placed: true, position: [5.9, 47.9], street: 'rue Monge' });
});

test('what its lamps tell of a cabinet: works, a circuit tripped, no supply', () => {
  const of = (...faults: number[]) => cabinetState(a(), heard(faults), NOW * 1_000);
  expect(of(0, 0, 0)).toEqual({ state: 'ok', tripped: [], heard: NOW * 1_000 });
  expect(of(LampFault.circuit, 0, LampFault.circuit)).toMatchObject({ state: 'tripped', tripped: ['A-1'] });
  expect(of(LampFault.cabinet, LampFault.cabinet, 0)).toMatchObject({ state: 'noSupply' });
});

test('a cabinet of which no lamp was heard for long is silent', () => {
  const day = 86_400;
  expect(cabinetState(a(), heard([0, 0, 0], NOW - day), NOW * 1_000).state).toBe('silent');
  expect(cabinetState(a(), heard([]), NOW * 1_000)).toEqual({
    state: 'silent',
    tripped: [],
    heard: undefined,
  });
});

test('the ground of a district is about its lamps, and about no tombstone', () => {
  const lon = Float64Array.of(5, 5.001, 5.002, 5.2, 5.003);
  const [ground] = districtGrounds([{ ...piece, lon, lat: new Float64Array(5).fill(47) }]);
  expect(ground).toMatchObject({ slot: 3, name: 'Monge', rings: [expect.anything()] });
  const east = Math.max(...ground!.rings[0]!.map(([x]) => x));
  expect(east).toBeGreaterThan(5.003);
  expect(east).toBeLessThan(5.006);
  expect(districtGrounds([{ ...piece, ids: ['', '', '', '', ''] }])).toEqual([]);
});

test('beside its cabinet a circuit is called by what is its own', () => {
  expect(circuitName('ARM-21-0158-C2', 'ARM-21-0158')).toBe('C2');
  expect(circuitName('D4', 'ARM-21-0158')).toBe('D4');
});
