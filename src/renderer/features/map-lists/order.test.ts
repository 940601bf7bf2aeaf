import { expect, test } from 'vitest';
import type { Thing } from './model.ts';
import { keptOrder } from './order.ts';

const thing = (id: string, wrong = false): Thing => ({ id, label: id, wrong, say: () => ({ detail: '' }) });
const ids = (things: readonly Thing[]) => things.map(({ id }) => id);

test('what is not as it should be comes first, else all is as it came', () =>
  expect(ids(keptOrder([], [thing('a'), thing('b', true), thing('c'), thing('d', true)]))).toEqual([
    'b',
    'd',
    'a',
    'c',
  ]));

test('a line stays where it is, what comes stands below, what has gone leaves no gap', () => {
  const now = [thing('a', true), thing('c'), thing('e'), thing('f', true)];
  expect(ids(keptOrder(['b', 'c', 'a'], now))).toEqual(['c', 'a', 'f', 'e']);
});
