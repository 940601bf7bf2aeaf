import { expect, it } from 'vitest';
import { NOTHING, packed } from '../../../../shared/energy/sums.ts';
import type { DistrictId } from '../../../../shared/ids.ts';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import { lampKey } from '../../../../shared/lamp/selection.ts';
import { nightEnergyOf, partedBy } from './night-energy.ts';

const BY = { meter: 2, power: 5, rated: 10, baseline: 5 };
/** Two lamps of rue Monge, a tombstone, two of rue Rude. */
const piece = {
  slot: 3,
  district: '01',
  ids: ['a', 'b', '', 'c', 'd'],
  names: ['', 'rue Monge', 'rue Rude'],
  street: Uint16Array.from([1, 1, 1, 2, 2]),
} as unknown as DistrictLamps;
const key = (index: number) => lampKey({ slot: 3, index });

it('tells whole streets, which meters measure, from single lamps, of which only the history is kept', () => {
  const parted = partedBy([0, 1, 2, 3, 9].map(key), [piece]);
  expect(parted.lamps).toBe(3);
  expect([...parted.whole]).toEqual(['01\nrue Monge']);
  expect([...parted.single]).toEqual([[3, [3]]]);
  expect(parted.districts).toEqual(['01']);
});

it('adds both up, says how each part is known, and what is unknown', () => {
  const parted = partedBy([0, 1, 3].map(key), [piece]);
  const row = (street: string, meter: number) => ({
    district: '01' as DistrictId,
    street,
    sums: [...packed({ ...NOTHING, lamps: 20, known: 18, meter, rated: 1 })],
  });
  const rows = [row('rue Monge', 5), row('rue Rude', 100)];
  const single = [{ kwh: 4, known: 6, atLeast: 2 }];
  const night = nightEnergyOf(parted, rows, single, BY, 10);
  // 5 kWh ± 2 % by meter; 1 + 4 kWh ± 10 % reckoned. 3 lamps for 10 hours, 18 + 6 of 30 known.
  expect(night.used.value).toBe(10);
  expect(night.used.off).toBeCloseTo(Math.hypot(0.1, 0.5), 9);
  expect(night).toMatchObject({ metered: 50, reported: 0, reckoned: 50, atLeast: true });
  expect(night.unknown).toBeCloseTo(20, 9);
});

it('of lamps that nothing was heard of all is unknown, and nothing is said to be used', () => {
  const parted = partedBy([0, 1].map(key), [piece]);
  expect(nightEnergyOf(parted, [], [], BY, 10)).toMatchObject({ used: { value: 0 }, unknown: 100 });
});
