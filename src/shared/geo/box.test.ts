import { expect, it } from 'vitest';
import { boxOf } from './box.ts';

it('is the least that holds all, and none of nothing', () => {
  expect(boxOf([])).toBeUndefined();
  expect(boxOf([[5, 47]])).toEqual([5, 47, 5, 47]);
  expect(
    boxOf([
      [5.1, 47.2],
      [4.9, 47.4],
      [5, 47.3],
    ]),
  ).toEqual([4.9, 47.2, 5.1, 47.4]);
});
