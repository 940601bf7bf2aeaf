import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Soon } from './soon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
let runs: number;
const made = (options?: ConstructorParameters<typeof Soon>[1]) => {
  runs = 0;
  return new Soon(() => runs++, options);
};
/** A wish each millisecond. */
const flood = (soon: Soon, ms: number) => {
  for (let i = 0; i < ms; i++) {
    soon.ask();
    vi.advanceTimersByTime(1);
  }
};

test('what is asked in one turn is done once, after it', () => {
  const soon = made();
  soon.ask();
  soon.ask();
  expect(runs).toBe(0);
  vi.advanceTimersByTime(0);
  expect(runs).toBe(1);
});

test('with a gap a lone wish is met at once, and of a flood no more than one in each gap', () => {
  const soon = made({ gapMs: 50 });
  soon.ask();
  vi.advanceTimersByTime(0);
  expect(runs).toBe(1);
  flood(soon, 1_000);
  expect(runs).toBe(21);
  soon.ask();
  vi.advanceTimersByTime(49);
  expect(runs).toBe(21);
  vi.advanceTimersByTime(1); // the last wish is met too
  expect(runs).toBe(22);
  vi.advanceTimersByTime(1_000);
  expect(runs).toBe(22);
});

test('a gap may grow with what was done', () => {
  let cost = 10;
  const soon = made({ gapMs: () => cost });
  flood(soon, 100);
  const cheap = runs;
  cost = 50;
  flood(soon, 100);
  expect(runs - cheap).toBeLessThan(cheap / 3);
});

test('with a wait wishes are gathered before the first time', () => {
  const soon = made({ waitMs: 50 });
  flood(soon, 49);
  expect(runs).toBe(0);
  flood(soon, 1);
  expect(runs).toBe(1);
});

test('it can be done now, and be forgotten', () => {
  const soon = made({ gapMs: 50 });
  soon.flush();
  expect(runs).toBe(0);
  for (let i = 0; i < 3; i++) {
    soon.ask();
    soon.flush();
  }
  expect(runs).toBe(3);
  soon.ask();
  soon.close();
  vi.advanceTimersByTime(100);
  expect(runs).toBe(3);
});
