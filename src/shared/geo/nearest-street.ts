import { DEGREE_M, type Position } from './position.ts';
import type { StreetPiece } from './streets.ts';

/** The named street that is nearest to a point. */
export interface NearestStreet {
  readonly name: string;
  readonly commune: string | undefined;
  /** from the point to the line of the street */
  readonly metres: number;
}

/** A point is on a street, m: half of a boulevard with what stands along it. */
export const ON_STREET_M = 50;
/** Farther than this a street says nothing of where a point is, m. */
export const NEAR_STREET_M = 2_000;

/**
 * The named street whose line comes nearest to a point; undefined where none is within `NEAR_STREET_M`.
 * A city is small: a degree is as long everywhere in it.
 */
export function nearestStreet(
  pieces: readonly StreetPiece[],
  [lon, lat]: Position,
): NearestStreet | undefined {
  const scale = [DEGREE_M * Math.cos((lat * Math.PI) / 180), DEGREE_M] as const;
  let nearest: StreetPiece | undefined;
  let least = NEAR_STREET_M ** 2;
  for (const piece of pieces) {
    if (piece.properties.name === '') continue;
    let [ax, ay] = [Number.NaN, Number.NaN];
    for (const [x, y] of piece.geometry.coordinates) {
      const [bx, by] = [(x - lon) * scale[0], (y - lat) * scale[1]];
      const square = Number.isNaN(ax) ? bx * bx + by * by : squareFromOrigin(ax, ay, bx, by);
      if (square < least) [nearest, least] = [piece, square];
      [ax, ay] = [bx, by];
    }
  }
  if (nearest === undefined) return undefined;
  const { name, commune } = nearest.properties;
  return { name, commune, metres: Math.sqrt(least) };
}

/** The square of how far the line from a to b is from the origin. */
function squareFromOrigin(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return (ax + along * dx) ** 2 + (ay + along * dy) ** 2;
}
