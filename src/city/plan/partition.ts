import { components, neighboursOf } from './neighbours.ts';
import type { Point } from './types.ts';

/** A piece of the city with its two ends; pieces that share an end are neighbours. */
export type Piece = {
  readonly center: Point;
  readonly weight: number;
  readonly ends: readonly [number, number];
};

const TRIES = 5;
const TOLERANCE = 0.012;
const BEARABLE = 16;
/** Angles to the long axis: where a straight cut would be lopsided (a river, a bridge), others are tried. */
const TURNS = [0, 0.6, -0.6, Math.PI / 2];

/**
 * Cuts pieces into `parts` compact groups of about equal weight, each of which hangs together along the
 * streets where it can: straight across the longest axis of the cloud, again and again (recursive
 * coordinate bisection), where pieces that the cut leaves alone change sides.
 */
export function partition<T extends Piece>(pieces: readonly T[], parts: number): T[][] {
  const neighbours = neighboursOf(pieces);
  const weigh = (group: Iterable<number>) => {
    let sum = 0;
    for (const i of group) sum += pieces[i]!.weight;
    return sum;
  };
  /** Moves all but the heaviest connected part of a group out of it. */
  const drop = (group: Set<number>): number[] => {
    const found = components(group, neighbours);
    const heaviest = found.reduce((a, b) => (weigh(b) > weigh(a) ? b : a), []);
    const strays = found.filter((part) => part !== heaviest).flat();
    for (const i of strays) group.delete(i);
    return strays;
  };
  const cutAt = (sorted: readonly number[], goal: number) => {
    let [sum, cut] = [0, 0];
    while (cut < sorted.length && sum + pieces[sorted[cut]!]!.weight / 2 < goal)
      sum += pieces[sorted[cut++]!]!.weight;
    return Math.min(Math.max(cut, 1), sorted.length - 1);
  };
  /** The group sorted along its axis, turned by an angle. */
  const along = (group: readonly number[], turn: number): readonly number[] => {
    const axis = principalAxis(group.map((i) => pieces[i]!)) + turn;
    const [x, y] = [Math.cos(axis), Math.sin(axis)];
    const rank = new Map(group.map((i) => [i, pieces[i]!.center[0] * x + pieces[i]!.center[1] * y]));
    return [...group].sort((i, j) => rank.get(i)! - rank.get(j)!);
  };
  const split = (group: readonly number[], count: number): number[][] => {
    if (count === 1) return [[...group]];
    const less = count >> 1;
    const wanted = (weigh(group) * less) / count;
    const enough = Math.max(2.5, wanted * TOLERANCE);
    let [least, best]: [number, readonly (readonly number[])[]] = [Number.POSITIVE_INFINITY, []];
    for (const turn of TURNS) {
      const sorted = along(group, turn);
      let goal = wanted;
      // strays shift the balance, so the cut is moved until it is right
      for (let n = 0; n < TRIES && least > enough; n++) {
        const cut = cutAt(sorted, goal);
        const [one, other] = [new Set(sorted.slice(0, cut)), new Set(sorted.slice(cut))];
        for (const i of drop(one)) other.add(i);
        for (const i of drop(other)) one.add(i);
        const off = weigh(one) - wanted;
        if (Math.abs(off) < least) [least, best] = [Math.abs(off), [[...one], [...other]]];
        goal -= off * 0.7;
      }
      if (least <= enough) break;
    }
    if (least > Math.max(BEARABLE, wanted * 0.08)) {
      const sorted = along(group, 0); // a star of suburbs has no even cut: better apart than lopsided
      const cut = cutAt(sorted, wanted);
      best = [sorted.slice(0, cut), sorted.slice(cut)];
    }
    return [...split(best[0]!, less), ...split(best[1]!, count - less)];
  };
  return split([...pieces.keys()], parts).map((group) => group.map((i) => pieces[i]!));
}

/** The weighed middle of a group. */
export function middle(pieces: readonly Pick<Piece, 'center' | 'weight'>[]): Point {
  const total = pieces.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const mean = (axis: 0 | 1) => pieces.reduce((sum, p) => sum + p.center[axis] * p.weight, 0) / total;
  return [mean(0), mean(1)];
}

/** Direction in which a cloud is longest: the angle of its covariance's first eigenvector. */
function principalAxis(pieces: readonly Piece[]): number {
  const [mx, my] = middle(pieces);
  let [xx, xy, yy] = [0, 0, 0];
  for (const { center, weight } of pieces) {
    const [dx, dy] = [center[0] - mx, center[1] - my];
    xx += dx * dx * weight;
    xy += dx * dy * weight;
    yy += dy * dy * weight;
  }
  return 0.5 * Math.atan2(2 * xy, xx - yy);
}
