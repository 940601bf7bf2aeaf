import type { House, Lamp, Rgb, Surface, Tree } from '../scene/model.ts';
import { hash } from '../scene/noise.ts';

/** Dijon's pale limestone, from cream to grey. */
const STONES: readonly Rgb[] = [
  [0.5, 0.45, 0.37],
  [0.44, 0.41, 0.36],
  [0.54, 0.47, 0.36],
  [0.38, 0.36, 0.34],
  [0.47, 0.4, 0.33],
];

export const ASPHALT: Rgb = [0.13, 0.13, 0.135];
export const PAVING: Rgb = [0.27, 0.255, 0.235];
export const SLABS: Rgb = [0.36, 0.34, 0.31];
export const GRASS: Rgb = [0.07, 0.1, 0.045];
export const PAINT: Rgb = [0.62, 0.62, 0.6];
export const STEEL: Rgb = [0.42, 0.43, 0.46];
export const KERB: Rgb = [0.4, 0.38, 0.35];

/** Lantern colours: white LED, warm LED, the old sodium. */
export const LED: Rgb = [1, 0.9, 0.74];
export const WARM: Rgb = [1, 0.78, 0.5];
export const SODIUM: Rgb = [1, 0.62, 0.27];

/** A terrace of houses along z with its front at `front`, running away from the street (`side` −1 left, 1 right). */
export function terrace(options: {
  readonly side: -1 | 1;
  readonly front: number;
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  readonly height?: number;
  readonly lit?: number;
  readonly shops?: boolean;
}): readonly House[] {
  const { side, front, from, to, seed, height = 15, lit = 0.18, shops = false } = options;
  const houses: House[] = [];
  for (let z = from, i = 0; z < to; i++) {
    const width = Math.min(to - z, 9 + Math.floor(hash(i, 1, seed) * 4) * 2.6);
    const [x0, x1] = side < 0 ? [front - 14, front] : [front, front + 14];
    houses.push({ x0, x1, z0: z, z1: z + width, ...look(i, seed, height, lit, shops) });
    z += width;
  }
  return houses;
}

/** A terrace that closes the view, with its front at z = `front`, from x = `from` to `to`. */
export function frontage(options: {
  readonly front: number;
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  readonly height?: number;
  readonly lit?: number;
  readonly shops?: boolean;
}): readonly House[] {
  const { front, from, to, seed, height = 15, lit = 0.18, shops = false } = options;
  const houses: House[] = [];
  for (let x = from, i = 0; x < to; i++) {
    const width = Math.min(to - x, 9 + Math.floor(hash(i, 1, seed) * 4) * 2.6);
    houses.push({ x0: x, x1: x + width, z0: front, z1: front + 14, ...look(i, seed, height, lit, shops) });
    x += width;
  }
  return houses;
}

function look(i: number, seed: number, height: number, lit: number, shops: boolean) {
  return {
    height: height + 3.2 * Math.round(2 * hash(i, 2, seed) - 1) + 1.4 * hash(i, 3, seed),
    tone: STONES[Math.floor(hash(i, 4, seed) * STONES.length)]!,
    seed: seed * 31 + i,
    lit,
    shops,
  };
}

/** Lanterns in a row along z. */
export function lampRow(
  x: number,
  from: number,
  to: number,
  every: number,
  lamp: Omit<Lamp, 'x' | 'z'>,
): readonly Lamp[] {
  return steps(from, to, every).map((z) => ({ ...lamp, x, z }));
}

/** Trees in a row along z, each a little different. */
export function treeRow(
  x: number,
  from: number,
  to: number,
  every: number,
  height: number,
  seed: number,
): readonly Tree[] {
  return steps(from, to, every).map((z, i) => ({
    x: x + hash(i, 5, seed) - 0.5,
    z,
    height: height * (0.88 + 0.24 * hash(i, 6, seed)),
    radius: height * (0.3 + 0.08 * hash(i, 7, seed)),
    seed: seed + i,
  }));
}

/** Ground along z between two x. */
export function band(x0: number, x1: number, tone: Rgb, wet: number, z0 = -5, z1 = 400): Surface {
  return { x0, x1, z0, z1, tone, wet };
}

/** A painted line along z; dashed when a period is given. */
export function line(
  x: number,
  width: number,
  tone: Rgb,
  dash?: { period: number; on: number },
  z0 = -5,
  z1 = 400,
): Surface {
  const surface = { ...band(x - width / 2, x + width / 2, tone, 0.25), z0, z1 };
  return dash === undefined ? surface : { ...surface, dash: { axis: 'z', ...dash } };
}

/** A pedestrian crossing of a road along z: bars between two x. */
export function zebra(x0: number, x1: number, z0: number, depth = 3.6): Surface {
  return { x0, x1, z0, z1: z0 + depth, tone: PAINT, wet: 0.2, dash: { axis: 'x', period: 1, on: 0.5 } };
}

/** A pair of tram rails along z, `x` between them. */
export function rails(x: number, tone: Rgb = STEEL): readonly Surface[] {
  return [-0.72, 0.72].map((offset) => ({ ...line(x + offset, 0.11, tone), wet: 1 }));
}

function steps(from: number, to: number, every: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / every)) }, (_, i) => from + i * every);
}
