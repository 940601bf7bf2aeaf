import { expect, test } from 'vitest';
import { pauseAfter } from './await-store.ts';

test('pauses grow, and never beyond half a minute', () => {
  const pauses = Array.from({ length: 9 }, (_, i) => pauseAfter(i + 1) / 1_000);
  expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30, 30, 30]);
});
