import { expect, test } from 'vitest';
import { traceCorners } from './corners.ts';

test('a selected lamp is in four corners that leave its sides and all within free', () => {
  const lines: (readonly [x: number, y: number])[][] = [];
  traceCorners(
    { moveTo: (x, y) => lines.push([[x, y]]), lineTo: (x, y) => lines.at(-1)?.push([x, y]) },
    100,
    50,
    10,
  );
  expect(lines.map((line) => line[1])).toEqual([
    [90, 40],
    [110, 40],
    [110, 60],
    [90, 60],
  ]);
  for (const [x, y] of lines.flat()) {
    expect(Math.max(Math.abs(x - 100), Math.abs(y - 50))).toBe(10);
    expect(Math.min(Math.abs(x - 100), Math.abs(y - 50))).toBeGreaterThan(3);
  }
});
