import { expect, it } from 'vitest';
import type { PersonId } from '../../../shared/ids.ts';
import type { Replacement } from '../../../shared/lamp/replaced.ts';
import { instant } from '../../../shared/wire/time.ts';
import { type Replacements, unseenBy, withReplaced, withSeen } from './replacements.ts';

const NONE: Replacements = new Map();
const one = (n: number, lamps: number, of = 'petit'): Replacement => ({
  key: `taker-${n} order`,
  order: 'order',
  of: of as PersonId,
  by: 'perrin' as PersonId,
  at: instant(n * 1_000),
  street: 'rue Monge',
  lamps,
});
const counts = (known: Replacements, person = 'petit') => unseenBy(known, person).map(({ lamps }) => lamps);

it('stays until it is seen, also where what replaced it has ended', () => {
  const known = withReplaced(NONE, [one(1, 20)]);
  expect(counts(withReplaced(known, []))).toEqual([20]);
  expect(counts(withSeen(known, one(1, 20).key))).toEqual([]);
  expect(withReplaced(withSeen(known, one(1, 20).key), [one(1, 20)]).get('taker-1 order')?.lamps).toBe(20);
  expect(counts(withReplaced(withSeen(known, one(1, 20).key), [one(1, 20)]))).toEqual([]);
});

it('is to be seen again when more lamps follow, and counts none less when parts of it have ended', () => {
  const known = withSeen(withReplaced(NONE, [one(1, 500)]), one(1, 0).key);
  expect(counts(withReplaced(known, [one(1, 800)]))).toEqual([800]);
  expect(withReplaced(known, [one(1, 300)])).toBe(known);
});

it('is for its author, whoever sits here meanwhile; the latest first', () => {
  const known = withReplaced(NONE, [one(3, 3, 'meunier'), one(2, 2), one(1, 1)]);
  expect(counts(known)).toEqual([2, 1]);
  expect(counts(known, 'meunier')).toEqual([3]);
});
