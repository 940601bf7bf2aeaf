import { DEGREE_M, type Position } from './position.ts';

/**
 * How large the ground within a line of corners is, m²; nothing within fewer than three. A city is small: its degrees
 * are as long everywhere as they are in the middle of the corners.
 */
export function areaOf(corners: readonly Position[]): number {
  const lat = corners.reduce((sum, [, each]) => sum + each, 0) / Math.max(1, corners.length);
  let twice = 0;
  for (const [n, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(n + 1) % corners.length]!;
    twice += ax * by - bx * ay;
  }
  return (Math.abs(twice) / 2) * DEGREE_M ** 2 * Math.cos((lat * Math.PI) / 180);
}
