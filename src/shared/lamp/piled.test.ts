import { expect, it } from 'vitest';
import type { CommandId, PersonId } from '../ids.ts';
import { instant } from '../wire/time.ts';
import type { LampOverride, PiledOrder } from './override.ts';
import { coveredBy, piledOf } from './piled.ts';

const other = (id: string, lamps: number, selection?: string): PiledOrder => ({
  id: id as CommandId,
  person: 'roy' as PersonId,
  street: 'rue Monge',
  ...(selection && { selection: { id: selection, name: 'Essai' } }),
  level: 0.5,
  until: instant(0),
  lamps,
});
const part = (under: readonly PiledOrder[]) => ({ under }) as LampOverride;

it('is one order, whatever commands it and what it lies over were sent as; the most lamps first', () => {
  const parts = [part([other('a', 3), other('b', 2, 's')]), part([other('c', 4, 's')]), {} as LampOverride];
  expect(piledOf(parts, 'under').map(({ id, lamps }) => [id, lamps])).toEqual([
    ['b', 6],
    ['a', 3],
  ]);
  expect(piledOf(parts, 'over')).toEqual([]);
});

it('counts the lamps that others have', () => {
  expect([part([other('a', 3), other('b', 2)]), {} as LampOverride].map(coveredBy)).toEqual([5, 0]);
});
