/** A stretch of a street that is straight enough to write on. */
export interface Stretch {
  readonly x: number;
  readonly y: number;
  /** radians; text written along it is never upside down */
  readonly angle: number;
}

/** A chord shorter than this share of its arc belongs to a bend. */
const STRAIGHT = 0.985;

/**
 * Stretches of `length` along a path of screen points (x0, y0, x1, y1 …), every `step` from the path's middle
 * outward, so that they stay where they are on the ground while the map moves.
 */
export function* stretches(path: Float64Array, length: number, step: number): Generator<Stretch> {
  const sums = arcs(path);
  const total = sums.at(-1)!;
  for (let k = 0; k * step <= (total - length) / 2; k++)
    for (const side of k === 0 ? [1] : [1, -1]) {
      const middle = total / 2 + side * k * step;
      const [ax, ay] = at(path, sums, middle - length / 2);
      const [bx, by] = at(path, sums, middle + length / 2);
      if (Math.hypot(bx - ax, by - ay) < STRAIGHT * length) continue;
      const turned = bx < ax;
      const angle = turned ? Math.atan2(ay - by, ax - bx) : Math.atan2(by - ay, bx - ax);
      yield { x: (ax + bx) / 2, y: (ay + by) / 2, angle };
    }
}

/** Length of the path up to each point. */
function arcs(path: Float64Array): Float64Array {
  const sums = new Float64Array(path.length / 2);
  for (let i = 1; i < sums.length; i++)
    sums[i] = sums[i - 1]! + Math.hypot(path[2 * i]! - path[2 * i - 2]!, path[2 * i + 1]! - path[2 * i - 1]!);
  return sums;
}

function at(path: Float64Array, sums: Float64Array, along: number): [number, number] {
  let low = 1;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! < along) low = middle + 1;
    else high = middle;
  }
  const from = sums[low - 1]!;
  const t = (along - from) / (sums[low]! - from || 1);
  const [x0, y0, x1, y1] = path.subarray(2 * low - 2, 2 * low + 2);
  return [x0! + (x1! - x0!) * t, y0! + (y1! - y0!) * t];
}
