import { expect, test } from 'vitest';
import { STANDS_MS } from '../../lib/changed/standing.ts';
import { digitOfStep, digitsOf } from './digits.ts';

const STEPS = Array.from({ length: 12 }, (_, n) => `s${n + 1}`);
const without = (...ids: readonly string[]) => STEPS.filter((id) => !ids.includes(id));
const first = digitsOf(undefined, STEPS, 0);

test('nine steps have a digit; the tenth has one as soon as others are done and that was seen', () => {
  expect(digitOfStep(first, 's9')).toBe(9);
  expect(digitOfStep(first, 's10')).toBeUndefined();
  const done = digitsOf(first, without('s1', 's2'), 10_000);
  expect(digitOfStep(done, 's3'), 'each keeps its own while one presses on').toBe(3);
  expect(digitOfStep(done, 's1'), 'what is done is not done again').toBeUndefined();
  const seen = digitsOf(done, without('s1', 's2'), 10_000 + STANDS_MS);
  expect(['s3', 's10', 's11', 's12'].map((id) => digitOfStep(seen, id))).toEqual([1, 8, 9, undefined]);
});

test('a branch that opens moves no digit under the hand, and another change waits anew', () => {
  const branch = ['s1', 'b1', ...STEPS.slice(1)];
  const opened = digitsOf(first, branch, 10_000);
  expect(digitOfStep(opened, 's2')).toBe(2);
  expect(digitOfStep(opened, 'b1')).toBeUndefined();
  const ticked = digitsOf(opened, branch.slice(1), 10_000 + STANDS_MS - 1);
  expect(digitOfStep(digitsOf(ticked, branch.slice(1), 10_000 + STANDS_MS), 's2')).toBe(2);
  expect(digitOfStep(digitsOf(ticked, branch.slice(1), 10_000 + 2 * STANDS_MS), 'b1')).toBe(1);
});
