import { expect, test } from 'vitest';
import { isFresh, NOTHING, STANDS_MS, type Standing, standing } from './standing.ts';

/** Whether a press at the end acts on something else than what was read. */
const fresh = (steps: readonly (readonly [number, string | undefined])[], pressed: number) =>
  isFresh(
    steps.reduce<Standing>((before, [at, meaning]) => standing(before, meaning, at), NOTHING),
    pressed,
  );

test('what appears where nothing was may be pressed at once', () => {
  expect(fresh([[10_000, 'PM 12']], 10_001)).toBe(false);
});
test('what takes the place of something else may be pressed once it has stood', () => {
  const changed = [
    [0, 'PM 12'],
    [10_000, 'PM 14'],
  ] as const;
  expect(fresh(changed, 10_000)).toBe(true);
  expect(fresh(changed, 10_000 + STANDS_MS - 1)).toBe(true);
  expect(fresh(changed, 10_000 + STANDS_MS)).toBe(false);
  expect(fresh([...changed, [10_900, 'PM 14'], [11_400, 'PM 12']], 11_600)).toBe(true);
});
test('a moment of nothing in between is no excuse, a long one is', () => {
  const gone = [
    [0, 'PM 12'],
    [10_000, undefined],
  ] as const;
  expect(fresh([...gone, [10_900, 'PM 14']], 11_000)).toBe(true);
  expect(fresh([...gone, [10_000 + STANDS_MS, 'PM 14']], 10_001 + STANDS_MS)).toBe(false);
});
