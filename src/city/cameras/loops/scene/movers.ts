import { assertNever } from '../../../../shared/assert-never.ts';
import type { GroundPoint, MoverKind, Rgb } from './model.ts';
import { type Pose, posesOf } from './motion.ts';
import { paintCyclist, paintWalker } from './people.ts';
import type { Stage } from './stage.ts';
import { paintCar, paintCarriage } from './vehicles.ts';

const TRAM_LENGTH = 32;
const BUS_LENGTH = 12;

/** Paints everything that moves, at a moment of the loop in [0, 1): far things first. */
export function paintMovers(stage: Stage, moment: number): void {
  const movers = stage.scene.traffic.flatMap((traffic) =>
    posesOf(traffic, moment).map((pose) => ({ traffic, pose })),
  );
  movers.sort((a, b) => distance(b.pose.at) - distance(a.pose.at));
  for (const { traffic, pose } of movers) paintMover(stage, traffic.kind, pose, traffic.tone, true);
}

/** Paints one thing where it stands. */
export function paintMover(stage: Stage, kind: MoverKind, pose: Pose, tone: Rgb, moving: boolean): void {
  const { at, heading, gone } = pose;
  switch (kind) {
    case 'car':
      paintCar(stage, at, heading, tone, moving);
      return;
    case 'tram':
      paintCarriage(stage, at, heading, tone, TRAM_LENGTH);
      return;
    case 'bus':
      paintCarriage(stage, at, heading, tone, BUS_LENGTH);
      return;
    case 'walker':
      paintWalker(stage, at, heading, tone, gone);
      return;
    case 'cyclist':
      paintCyclist(stage, at, heading, tone, gone);
      return;
    default:
      assertNever(kind);
  }
}

function distance(at: GroundPoint): number {
  return Math.hypot(at.x, at.z);
}
