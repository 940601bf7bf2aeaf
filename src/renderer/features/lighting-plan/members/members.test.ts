import { expect, test } from 'vitest';
import type { CabinetId } from '../../../../shared/ids.ts';
import { membersOf } from './members.ts';

const lamp = (street: string, commune: string, cabinet?: string) => ({
  street,
  commune,
  cabinet: cabinet as CabinetId | undefined,
});

test('each group has its streets and cabinets, of those that it shares so many lamps', () => {
  const members = membersOf([
    [lamp('rue 10', 'Dijon', 'ARM-1'), 0],
    [lamp('rue 10', 'Dijon', 'ARM-1'), 1],
    [lamp('rue 10', 'Chenôve', 'ARM-1'), 1],
    [lamp('rue 9', 'Dijon'), 1],
    [lamp('', 'Dijon', 'ARM-2'), -1],
  ]);
  expect(members.get(0)).toEqual({
    streets: [{ name: 'rue 10', within: 'Dijon', lamps: 1, of: 2 }],
    cabinets: [{ name: 'ARM-1', within: '', lamps: 1, of: 3 }],
  });
  expect(members.get(1)?.streets.map(({ name, within }) => [name, within])).toEqual([
    ['rue 9', 'Dijon'],
    ['rue 10', 'Chenôve'],
    ['rue 10', 'Dijon'],
  ]);
  expect(members.get(2)).toBeUndefined();
});
