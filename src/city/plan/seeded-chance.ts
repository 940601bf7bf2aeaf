import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of chance that a seed repeats exactly. */
export type Chance = {
  /** 0 ≤ n < 1 */
  readonly float: () => number;
  readonly range: (from: number, to: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffled: <T>(items: readonly T[]) => T[];
};

/** One stream per topic, so that a change in how one part draws does not shift all the others. */
export function chance(seed: number, topic: string): Chance {
  let mixed = seed | 0;
  for (let i = 0; i < topic.length; i++) mixed = Math.imul(mixed ^ topic.charCodeAt(i), 0x01000193);
  const rng = xoroshiro128plus(mixed);
  const float = () => (rng.next() >>> 0) / 0x1_0000_0000;
  return {
    float,
    range: (from, to) => from + float() * (to - from),
    happens: (probability) => float() < probability,
    pick: (from) => from[Math.floor(float() * from.length)]!,
    shuffled: (items) => {
      const out = [...items];
      for (let i = out.length - 1; i > 0; i--) {
        const j = Math.floor(float() * (i + 1));
        [out[i], out[j]] = [out[j]!, out[i]!];
      }
      return out;
    },
  };
}

/** A number in 0 … 1 that depends on a cell of the plane and nothing else. */
export function cellHash(seed: number, x: number, y: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 0x1_0000_0000;
}

/** Smooth noise over the plane, 0 … 1, one bump per unit. */
export function noise(seed: number, x: number, y: number): number {
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  const ease = (t: number) => t * t * (3 - 2 * t);
  const [fx, fy] = [ease(x - ix), ease(y - iy)];
  const at = (dx: number, dy: number) => cellHash(seed, ix + dx, iy + dy);
  const low = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
  const high = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
  return low + (high - low) * fy;
}
