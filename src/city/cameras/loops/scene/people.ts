import type { GroundPoint, Rgb } from './model.ts';
import { paintFace, paintLight, paintShadow, place, type Stage } from './stage.ts';
import type { Point } from './view.ts';

const SKIN: Rgb = [0.26, 0.18, 0.14];
const TROUSERS: Rgb = [0.07, 0.07, 0.09];
const STRIDE = 1.45;

/** Someone on foot; `gone` metres drive the legs, standing people keep 0. */
export function paintWalker(stage: Stage, at: GroundPoint, heading: number, tone: Rgb, gone: number): void {
  paintShadow(stage, at, 0, 0.7, 0.8);
  const swing = gone === 0 ? 0.06 : 0.34 * Math.sin((gone / STRIDE) * 2 * Math.PI);
  const hip = place(at, heading, 0, 0, 0.88);
  paintLimb(stage, hip, place(at, heading, swing, 0.08, 0.02), 0.13, TROUSERS);
  paintLimb(stage, hip, place(at, heading, -swing, -0.08, 0.02), 0.13, TROUSERS);
  const neck = place(at, heading, 0.03, 0, 1.46);
  paintLimb(
    stage,
    place(at, heading, 0, 0.22, 1.38),
    place(at, heading, -swing * 0.6, 0.27, 0.85),
    0.09,
    tone,
  );
  paintLimb(
    stage,
    place(at, heading, 0, -0.22, 1.38),
    place(at, heading, swing * 0.6, -0.27, 0.85),
    0.09,
    tone,
  );
  paintLimb(stage, neck, place(at, heading, 0, 0, 0.72), 0.44, tone, 0.36);
  paintDisc(stage, place(at, heading, 0.04, 0, 1.62), 0.13, SKIN);
}

/** Someone on a bicycle, with lights front and back. */
export function paintCyclist(stage: Stage, at: GroundPoint, heading: number, tone: Rgb, gone: number): void {
  paintShadow(stage, at, heading, 1.8, 0.5);
  const metal: Rgb = [0.3, 0.3, 0.32];
  for (const hub of [-0.52, 0.52]) {
    for (let i = 0; i < 12; i++) {
      const rim = (k: number) => {
        const angle = (k / 12) * 2 * Math.PI;
        return place(at, heading, hub + 0.33 * Math.cos(angle), 0, 0.34 + 0.33 * Math.sin(angle));
      };
      paintLimb(stage, rim(i), rim(i + 1), 0.05, TROUSERS);
    }
  }
  const point = (ahead: number, y: number, right = 0) => place(at, heading, ahead, right, y);
  paintLimb(stage, point(-0.5, 0.34), point(0.45, 0.85), 0.05, metal);
  paintLimb(stage, point(0.52, 0.34), point(0.42, 1), 0.05, metal);
  const pedal = (gone / 2.2) * 2 * Math.PI;
  for (const side of [0, Math.PI]) {
    const foot = point(
      -0.05 + 0.16 * Math.cos(pedal + side),
      0.3 + 0.16 * Math.sin(pedal + side),
      side === 0 ? 0.1 : -0.1,
    );
    const knee = point(
      0.15 + 0.08 * Math.cos(pedal + side),
      0.68 + 0.1 * Math.sin(pedal + side),
      side === 0 ? 0.1 : -0.1,
    );
    paintLimb(stage, point(-0.22, 0.95), knee, 0.15, TROUSERS);
    paintLimb(stage, knee, foot, 0.12, TROUSERS);
  }
  paintLimb(stage, point(0.12, 1.42), point(0.42, 1.02), 0.1, tone);
  paintLimb(stage, point(-0.24, 0.92), point(0.14, 1.5), 0.38, tone);
  paintDisc(stage, point(0.24, 1.64), 0.14, SKIN);
  const away = Math.sin((heading * Math.PI) / 180) * at.x + Math.cos((heading * Math.PI) / 180) * at.z;
  if (away < 0) paintLight(stage, point(0.6, 0.9), 0.5, [255, 246, 230]);
  else paintLight(stage, point(-0.6, 0.7), 0.32, [255, 40, 24]);
}

/** A thick line from a to b that turns its flat side to the camera; `foot` is its width at b. */
function paintLimb(stage: Stage, a: Point, b: Point, width: number, tone: Rgb, foot = width): void {
  const { right } = stage.view;
  const lying = Math.abs(a.y - b.y) < Math.hypot(a.x - b.x, a.z - b.z);
  const half = (share: number, end: Point, sign: number): Point =>
    lying
      ? { x: end.x, y: end.y + (sign * share) / 2, z: end.z }
      : { x: end.x + (sign * right.x * share) / 2, y: end.y, z: end.z + (sign * right.z * share) / 2 };
  const corners = [half(width, a, -1), half(width, a, 1), half(foot, b, 1), half(foot, b, -1)];
  paintFace(stage, corners, towards(a), tone);
}

function paintDisc(stage: Stage, at: Point, radius: number, tone: Rgb): void {
  const { right } = stage.view;
  const rim = Array.from({ length: 8 }, (_, i) => {
    const angle = (i / 8) * 2 * Math.PI;
    const aside = radius * 0.85 * Math.cos(angle);
    return {
      x: at.x + right.x * aside,
      y: at.y + radius * 1.15 * Math.sin(angle),
      z: at.z + right.z * aside,
    };
  });
  paintFace(stage, rim, towards(at), tone);
}

/** People are round: light them as if they faced half the camera, half the sky. */
function towards(at: Point): Point {
  const away = Math.hypot(at.x, at.z) || 1;
  return { x: (-0.6 * at.x) / away, y: 0.7, z: (-0.6 * at.z) / away };
}
