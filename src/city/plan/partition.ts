import type { Point } from './types.ts';

/** Something with a place and a weight that is not to be cut. */
export type Weighed = { readonly center: Point; readonly weight: number };

/**
 * Cuts items into `parts` compact groups of about equal weight: across the longest axis of the cloud, in
 * proportion, again and again (recursive coordinate bisection on the principal axis).
 */
export function partition<T extends Weighed>(items: readonly T[], parts: number): T[][] {
  if (parts === 1) return [[...items]];
  const [x, y] = principalAxis(items);
  const sorted = [...items].sort(
    (a, b) => a.center[0] * x + a.center[1] * y - (b.center[0] * x + b.center[1] * y),
  );
  const less = parts >> 1;
  const goal = (weigh(items) * less) / parts;
  let sum = 0;
  let cut = 0;
  while (cut < sorted.length && sum + sorted[cut]!.weight / 2 < goal) sum += sorted[cut++]!.weight;
  return [...partition(sorted.slice(0, cut), less), ...partition(sorted.slice(cut), parts - less)];
}

export const weigh = (items: readonly Weighed[]) => items.reduce((sum, { weight }) => sum + weight, 0);

/** The weighed middle of a cloud. */
export function middle(items: readonly Weighed[]): Point {
  const total = weigh(items) || 1;
  const mean = (axis: 0 | 1) => items.reduce((sum, i) => sum + i.center[axis] * i.weight, 0) / total;
  return [mean(0), mean(1)];
}

/** Direction in which the cloud is longest: the first eigenvector of its covariance. */
function principalAxis(items: readonly Weighed[]): Point {
  const [mx, my] = middle(items);
  let [xx, xy, yy] = [0, 0, 0];
  for (const { center, weight } of items) {
    const [dx, dy] = [center[0] - mx, center[1] - my];
    xx += dx * dx * weight;
    xy += dx * dy * weight;
    yy += dy * dy * weight;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  return [Math.cos(angle), Math.sin(angle)];
}
