import { expect, test } from 'vitest';
import { stacksOf } from './stacks.ts';

const at = (x: number, y = 0) => ({ x, y });

test('what would hide behind a more important mark is one lot with it, and no chain is made of neighbours', () => {
  expect(stacksOf([at(0), at(0), at(100)])).toEqual([[0, 1], [2]]);
  // The third is near the second, which stands for nobody.
  expect(stacksOf([at(0), at(10), at(20)])).toEqual([[0, 1], [2]]);
  expect(stacksOf([at(0), at(14)])).toEqual([[0], [1]]);
  expect(stacksOf([])).toEqual([]);
});
