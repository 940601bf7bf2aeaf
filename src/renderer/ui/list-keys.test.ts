import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorAfter } from './list-keys.ts';

test('arrows and Page move by one and by five, Home and End to the ends', () => {
  const to = (key: string) => cursorAfter(key, 10, 30);
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map(to)).toEqual([
    11, 9, 15, 5, 0, 29,
  ]);
  expect(to('Enter')).toBeUndefined();
});

test('no key leads out of the list', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'),
      fc.integer({ min: 1, max: 40 }).chain((length) => fc.tuple(fc.nat(length - 1), fc.constant(length))),
      (key, [at, length]) => {
        const to = cursorAfter(key, at, length)!;
        expect(to >= 0 && to < length).toBe(true);
      },
    ),
  );
});
