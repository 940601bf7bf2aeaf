import type { GroundPoint, Traffic } from './model.ts';

/** A mover at one moment: degrees clockwise from +z, metres gone since the path's beginning. */
export interface Pose {
  readonly at: GroundPoint;
  readonly heading: number;
  readonly gone: number;
}

/**
 * Where each mover of a procession is at a moment of the loop, `moment` in [0, 1).
 * Continuous over the loop's end: the set of poses at 1 is the set at 0.
 */
export function posesOf(traffic: Traffic, moment: number): readonly Pose[] {
  const length = pathLength(traffic.path);
  const spacing = length / traffic.count;
  const step = traffic.halts === true ? haltingStep(moment) : moment;
  return Array.from({ length: traffic.count }, (_, i) => {
    const places = (i + traffic.phase + step * traffic.laps) % traffic.count;
    return poseAt(traffic.path, places * spacing);
  });
}

/** Brakes to a stop at 0.5, waits, sets off: 0 → 1 with equal speed at both ends. */
export function haltingStep(moment: number): number {
  const braking = 0.36;
  if (moment < braking) return 0.5 * (1 - (1 - moment / braking) ** 2);
  if (moment <= 1 - braking) return 0.5;
  return 0.5 + 0.5 * ((moment - (1 - braking)) / braking) ** 2;
}

function poseAt(path: readonly GroundPoint[], distance: number): Pose {
  let left = distance;
  for (let i = 0; i + 1 < path.length; i++) {
    const a = path[i]!;
    const b = path[i + 1]!;
    const length = Math.hypot(b.x - a.x, b.z - a.z);
    if (left <= length || i + 2 === path.length) {
      const t = left / length;
      return {
        at: { x: a.x + t * (b.x - a.x), z: a.z + t * (b.z - a.z) },
        heading: (Math.atan2(b.x - a.x, b.z - a.z) * 180) / Math.PI,
        gone: distance,
      };
    }
    left -= length;
  }
  throw new RangeError('a path needs two points');
}

function pathLength(path: readonly GroundPoint[]): number {
  return path.slice(1).reduce((sum, b, i) => sum + Math.hypot(b.x - path[i]!.x, b.z - path[i]!.z), 0);
}
