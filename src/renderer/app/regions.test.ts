import { expect, test } from 'vitest';
import { onward } from './regions.ts';

test.each([
  [5, 0, 1, 1],
  [5, 4, 1, 0],
  [5, 0, -1, 4],
  [5, -1, 1, 0],
  [5, -1, -1, 4],
  [1, 0, 1, 0],
] as const)('of %i regions, from %i by %i one comes to %i', (count, at, step, next) =>
  expect(onward(count, at, step)).toBe(next),
);
