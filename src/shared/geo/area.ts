import { DEGREE_M, type Position } from './position.ts';

/**
 * How large the ground within lines of corners is, m²; nothing within fewer than three. A line that goes the other way
 * round than the others goes round what is not of it. A city is small: its degrees are as long everywhere as they are in
 * the middle of the corners.
 */
export function areaOf(rings: readonly (readonly Position[])[]): number {
  const corners = rings.flat();
  const lat = corners.reduce((sum, [, each]) => sum + each, 0) / Math.max(1, corners.length);
  const twice = rings.reduce((sum, ring) => sum + twiceWithin(ring), 0);
  return (Math.abs(twice) / 2) * DEGREE_M ** 2 * Math.cos((lat * Math.PI) / 180);
}

/** Square degrees, twice: positive where the corners go counterclockwise. */
const twiceWithin = (corners: readonly Position[]): number =>
  corners.reduce((sum, [ax, ay], n) => {
    const [bx, by] = corners[(n + 1) % corners.length]!;
    return sum + ax * by - bx * ay;
  }, 0);
