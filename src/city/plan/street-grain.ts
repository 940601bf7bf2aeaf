import { bearing, gap } from './geometry.ts';
import type { Line } from './network.ts';
import { cellHash, noise } from './seeded-chance.ts';
import { EXTENT } from './terrain.ts';
import type { Point } from './types.ts';

const CELL = 110;
const REACH = 9; // cells over which an artery bends the streets around it
const COLUMNS = Math.ceil((EXTENT.east - EXTENT.west) / CELL) + 1;
const ROWS = Math.ceil((EXTENT.north - EXTENT.south) / CELL) + 1;
const PATCH = 620;

/** One neighbourhood's habits: its own angle, the size of its blocks, how often streets stop at another. */
type Patch = {
  readonly angle: number;
  readonly short: number;
  readonly long: number;
  readonly stop: number;
};

/** The grain of the urban fabric: which way streets run at a point, and how far apart. */
export type Grain = {
  /** angle of one of the two street directions; the other is at a right angle */
  readonly angle: (p: Point) => number;
  /** metres between streets that run along `angle` here */
  readonly spacing: (p: Point, angle: number) => number;
  /** probability that a street ends where it meets another */
  readonly stop: (p: Point) => number;
};

/**
 * Streets align with the arteries near them and with their neighbourhood further off. Directions that
 * differ by a right angle are the same to a grid, so angles are averaged as (cos 4a, sin 4a): a cross field.
 */
export function grainOf(seed: number, arteries: readonly Line[]): Grain {
  const cos = new Float32Array(COLUMNS * ROWS);
  const sin = new Float32Array(COLUMNS * ROWS);
  for (let r = 0; r < ROWS; r++)
    for (let c = 0; c < COLUMNS; c++) {
      const p: Point = [EXTENT.west + c * CELL, EXTENT.south + r * CELL];
      const own = patchAt(seed, p).angle;
      cos[r * COLUMNS + c] = 0.16 * Math.cos(4 * own);
      sin[r * COLUMNS + c] = 0.16 * Math.sin(4 * own);
    }
  for (const { path, class: kind } of arteries) {
    const strength = kind === 'ring' ? 0.5 : 1;
    for (let i = 3; i < path.length; i += 3) {
      const [p, angle] = [path[i]!, bearing(path[i - 3]!, path[i]!)];
      const [dc, ds] = [strength * Math.cos(4 * angle), strength * Math.sin(4 * angle)];
      const [c0, r0] = [Math.round((p[0] - EXTENT.west) / CELL), Math.round((p[1] - EXTENT.south) / CELL)];
      for (let r = Math.max(0, r0 - REACH); r <= Math.min(ROWS - 1, r0 + REACH); r++)
        for (let c = Math.max(0, c0 - REACH); c <= Math.min(COLUMNS - 1, c0 + REACH); c++) {
          const d2 = ((c - c0) ** 2 + (r - r0) ** 2) * CELL * CELL;
          const weight = 0.5 / (1 + d2 / 90_000) ** 2;
          cos[r * COLUMNS + c]! += dc * weight;
          sin[r * COLUMNS + c]! += ds * weight;
        }
    }
  }
  const blend = (field: Float32Array, p: Point) => {
    const [x, y] = [(p[0] - EXTENT.west) / CELL, (p[1] - EXTENT.south) / CELL];
    const [c, r] = [Math.floor(x), Math.floor(y)];
    const at = r * COLUMNS + c;
    const [fx, fy] = [x - c, y - r];
    const low = field[at]! * (1 - fx) + field[at + 1]! * fx;
    return low * (1 - fy) + (field[at + COLUMNS]! * (1 - fx) + field[at + COLUMNS + 1]! * fx) * fy;
  };
  const old = (p: Point) => Math.max(0, 1 - gap(p, [60, -30]) / 850); // the medieval centre
  return {
    angle: (p) => {
      const straight = Math.atan2(blend(sin, p), blend(cos, p)) / 4;
      const wander = noise(seed + 7, p[0] / 170, p[1] / 170) - 0.5;
      return straight + wander * (0.12 + 1.2 * Math.min(1, old(p) * 1.6));
    },
    spacing: (p, angle) => {
      const patch = patchAt(seed, p);
      const along = Math.abs(Math.cos(angle - patch.angle)) > Math.SQRT1_2;
      const wide = along ? patch.short : patch.long;
      const near = old(p);
      if (near > 0) return (50 + 34 * noise(seed + 3, p[0] / 90, p[1] / 90)) * (1 + (1 - near) * 0.12);
      const outward = Math.min(1, Math.max(0, (Math.hypot(p[0], p[1]) - 850) / 2_600));
      return wide * (0.86 + 0.26 * outward);
    },
    stop: (p) => (old(p) > 0.05 ? 0.42 : patchAt(seed, p).stop),
  };
}

/** The neighbourhood of a point: the nearest of one jittered centre per cell. */
function patchAt(seed: number, [x, y]: Point): Patch {
  const [cx, cy] = [Math.floor(x / PATCH), Math.floor(y / PATCH)];
  let [bx, by, least] = [cx, cy, Number.POSITIVE_INFINITY];
  for (let i = cx - 1; i <= cx + 1; i++)
    for (let j = cy - 1; j <= cy + 1; j++) {
      const px = (i + 0.15 + 0.7 * cellHash(seed + 1, i, j)) * PATCH;
      const py = (j + 0.15 + 0.7 * cellHash(seed + 2, i, j)) * PATCH;
      const d = (px - x) ** 2 + (py - y) ** 2;
      if (d < least) [bx, by, least] = [i, j, d];
    }
  const habit = (n: number) => cellHash(seed + n, bx, by);
  const short = 70 + 30 * habit(4);
  return {
    angle: habit(3) * Math.PI,
    short,
    long: short * (1.15 + 0.9 * habit(5)),
    stop: 0.06 + 0.4 * habit(6) ** 2,
  };
}
