import { expect, test } from 'vitest';
import { roundScale } from './scale.ts';

test.each([
  [2.78, 200],
  [1.62, 100],
  [0.3, 20],
  [27, 2_000],
  [0.1, 10],
])('%d m a pixel: a bar of %d m', (perPixel, metres) => {
  const scale = roundScale(perPixel);
  expect(scale.metres).toBe(metres);
  expect(scale.pixels).toBeCloseTo(metres / perPixel, 9);
  expect(scale.pixels).toBeLessThanOrEqual(100);
});
