import { urbanity } from './communes.ts';
import { gap, lineAngle, step } from './geometry.ts';
import type { Joint, Line, Network } from './network.ts';
import type { Chance } from './seeded-chance.ts';
import type { Grain } from './street-grain.ts';
import { terrain } from './terrain.ts';
import type { Point } from './types.ts';

const PACE = 15; // metres of one step
const REACH = 75; // how far a dead end looks ahead for a street to join
const BEND = 0.35; // most that a street turns in one step
const RIGHT = Math.PI / 2;

/** One arm of a growing street: its points after the start, and where it met others. */
type Arm = { readonly path: Point[]; readonly joints: Joint[]; readonly closed: boolean };

/**
 * Grows the small streets out of the arteries, then out of each other: each starts at a junction of a
 * street already there, follows the grain of the fabric, and ends where it meets a street, water, rails,
 * a park, a parallel neighbour or the fields. So the whole is connected by construction.
 */
export function growStreets(seed: number, network: Network, grain: Grain, luck: Chance): void {
  const { blocked } = terrain();
  for (let parent = 0; parent < network.lines.length; parent++) {
    const { path, class: kind } = network.lines[parent]!;
    if (kind === 'ring') continue; // nothing opens on the dual carriageway
    let wait = 0;
    for (let i = 1; i + 1 < path.length; i++) {
      const p = path[i]!;
      wait -= gap(path[i - 1]!, p);
      if (wait > 0 || urbanity(seed, p) < 0) continue;
      const angle = network.angleAt(parent, i);
      const grown = [1, -1].filter((side) => sprout(parent, i, angle + side * RIGHT)).length;
      wait = grown > 0 ? grain.spacing(p, angle + RIGHT) * luck.range(0.8, 1.2) : 8;
    }
  }

  /** Tries to start a street; when one side grows, the other may go on across the parent. */
  function sprout(parent: number, at: number, angle: number): boolean {
    const start = network.lines[parent]!.path[at]!;
    const near = network.jointNear(parent, start);
    if (near !== undefined && gap(network.nodes[near]!, start) > 3) return false; // too near a corner
    const arm = grow(parent, start, angle);
    if (!arm) return false;
    const { node } = network.joint(parent, at, start);
    arm.path.unshift(network.nodes[node]!);
    const joints: Joint[] = [{ at: 0, node }, ...arm.joints.map((j) => ({ ...j, at: j.at + 1 }))];
    if (!arm.closed) joints.push({ at: arm.path.length - 1, node: network.addNode(arm.path.at(-1)!) });
    const line: Line = {
      path: arm.path,
      class: arm.closed ? 'street' : 'lane',
      joints,
      parent,
    };
    network.addLine(line);
    return true;
  }

  function grow(parent: number, start: Point, heading: number): Arm | undefined {
    const path: Point[] = [];
    const joints: Joint[] = [];
    let [p, angle, keep, travelled] = [start, heading, 0, 0];
    let rest = 9;
    const longest = luck.range(350, 1_500);
    const finish = (closed: boolean): Arm => ({ path, joints, closed });
    while (travelled < longest) {
      const turn = follow(grain.angle(step(p, angle, PACE / 2)), angle) - angle;
      if (travelled > 0) angle += Math.max(-BEND, Math.min(BEND, turn)); // corners are square, curves gentle
      const q = step(p, angle, PACE);
      const town = urbanity(seed, q);
      const apart = grain.spacing(q, angle) * (town < 0.35 ? 1 + (0.35 - town) * 1.2 : 1);
      const near = apart * (travelled > 0 ? 0.62 : 0.8);
      const leaving = travelled < 60 ? parent : -1;
      if (town < 0 || blocked(q) || network.crowded(q, angle, near, leaving)) break;
      const hit = network.crossing(p, q, rest);
      if (hit) {
        const met = network.lines[hit.line]!;
        const { node, shared } = network.joint(hit.line, hit.at, hit.point);
        p = network.nodes[node]!;
        joints.push({ at: path.push(p) - 1, node });
        const oblique = lineAngle(network.angleAt(hit.line, hit.at), angle) < 0.7;
        const barrier = met.class === 'ring' ? 1 : met.class === 'boulevard' ? 0.3 : grain.stop(p);
        if (shared || oblique || luck.happens(barrier)) return finish(true);
        [keep, rest] = [path.length, 9];
      } else {
        path.push(q);
        [p, rest] = [q, 0];
      }
      travelled += PACE;
    }
    return end(start, heading, path, joints, keep, finish);
  }

  /** A street that met no end joins the next one ahead, stays a cul-de-sac, or is cut back to its last junction. */
  function end(
    start: Point,
    heading: number,
    path: Point[],
    joints: Joint[],
    keep: number,
    finish: (closed: boolean) => Arm,
  ): Arm | undefined {
    const last = path.at(-1) ?? start;
    const before = path.at(-2) ?? start;
    const angle = path.length > 0 ? Math.atan2(last[1] - before[1], last[0] - before[0]) : heading;
    const ahead = step(last, angle, REACH);
    const hit = path.length > 0 ? network.crossing(last, ahead, 9) : undefined;
    if (hit && ![0.25, 0.5, 0.75].some((t) => blocked(step(last, angle, REACH * hit.t * t)))) {
      const parts = Math.max(1, Math.round((REACH * hit.t) / PACE));
      for (let k = 1; k < parts; k++) path.push(step(last, angle, (REACH * hit.t * k) / parts));
      const { node } = network.joint(hit.line, hit.at, hit.point);
      joints.push({ at: path.push(network.nodes[node]!) - 1, node });
      return finish(true);
    }
    const tail = (path.length - keep) * PACE;
    const stays = tail > 240 || luck.happens(urbanity(seed, last) < 0.15 ? 0.7 : 0.35);
    if (tail >= 45 && stays) return finish(false); // a long one waits for others to cross it
    if (keep === 0) return undefined;
    path.length = keep;
    return finish(true);
  }
}

/** Of the four directions of a cross, the one nearest to where the street was heading. */
function follow(cross: number, heading: number): number {
  return cross + Math.round((heading - cross) / RIGHT) * RIGHT;
}
