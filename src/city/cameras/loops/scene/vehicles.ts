import { paintBeam } from './beam.ts';
import { paintFrustum } from './frustum.ts';
import type { GroundPoint, Rgb } from './model.ts';
import { facing, paintFace, paintLight, paintShadow, place, type Stage } from './stage.ts';

const WHITE: Rgb = [255, 240, 214];
const RED: Rgb = [255, 44, 24];
const GLASS: Rgb = [0.05, 0.055, 0.07];
const RUBBER: Rgb = [0.02, 0.02, 0.02];

/** A car; without `driving` it is parked, dark. */
export function paintCar(stage: Stage, at: GroundPoint, heading: number, tone: Rgb, driving: boolean): void {
  if (driving) paintBeam(stage, place(at, heading, 2, 0, 0), heading);
  paintShadow(stage, at, heading, 4.6, 2.1);
  paintFrustum(stage, { at, heading, length: 3.9, width: 1.7, bottom: 0.02, top: 0.4, tone: RUBBER });
  paintFrustum(stage, { at, heading, length: 4.3, width: 1.8, bottom: 0.3, top: 0.88, tone, taper: 0.96 });
  const cabin = place(at, heading, -0.25, 0, 0);
  const roof: Rgb = [tone[0] * 0.9, tone[1] * 0.9, tone[2] * 0.9];
  paintFrustum(stage, {
    at: cabin,
    heading,
    length: 2.7,
    width: 1.62,
    bottom: 0.86,
    top: 1.44,
    tone: GLASS,
    taper: 0.62,
    roof,
  });
  if (driving) paintLamps(stage, at, heading, 2.15, 0.66, 0.66);
}

/** A tram of 32 m or a bus of 12 m, lit inside. */
export function paintCarriage(
  stage: Stage,
  at: GroundPoint,
  heading: number,
  tone: Rgb,
  length: number,
): void {
  paintBeam(stage, place(at, heading, length / 2, 0, 0), heading);
  paintShadow(stage, at, heading, length * 1.01, 2.9);
  paintFrustum(stage, {
    at,
    heading,
    length,
    width: 2.45,
    bottom: 0.2,
    top: 3.3,
    tone,
    roof: [0.2, 0.2, 0.22],
  });
  for (const side of [-1, 1]) {
    if (sideFaces(at, heading, side)) paintWindows(stage, at, heading, length, side);
  }
  for (const end of [-1, 1]) {
    if (facing(place(at, heading, 0, 0, 0), heading) * end > 0)
      paintCab(stage, at, heading, (length / 2) * end);
  }
  paintLamps(stage, at, heading, length / 2, 0.85, 0.8);
}

function sideFaces(at: GroundPoint, heading: number, side: number): boolean {
  const out = place({ x: 0, z: 0 }, heading, 0, side, 0);
  const wall = place(at, heading, 0, side * 1.225, 0);
  return out.x * wall.x + out.z * wall.z < 0;
}

function paintWindows(stage: Stage, at: GroundPoint, heading: number, length: number, side: number): void {
  const normal = place({ x: 0, z: 0 }, heading, 0, side, 0);
  const panes = Math.round(length / 1.9);
  for (let i = 0; i < panes; i++) {
    const from = -length / 2 + (i + 0.08) * (length / panes);
    const to = from + (length / panes) * 0.84;
    const door = i % 4 === 2;
    const corner = (along: number, y: number) => place(at, heading, along, side * 1.23, y);
    const low = door ? 0.45 : 1.25;
    const pane = [corner(from, low), corner(to, low), corner(to, 2.55), corner(from, 2.55)];
    paintFace(stage, pane, normal, GLASS, door ? [0.42, 0.4, 0.34] : [0.6, 0.56, 0.46]);
  }
}

function paintCab(stage: Stage, at: GroundPoint, heading: number, end: number): void {
  const normal = place({ x: 0, z: 0 }, heading, Math.sign(end), 0, 0);
  const corner = (aside: number, y: number) => place(at, heading, end * 1.001, aside, y);
  paintFace(
    stage,
    [corner(-1.05, 1.1), corner(1.05, 1.1), corner(0.95, 2.6), corner(-0.95, 2.6)],
    normal,
    GLASS,
    [0.05, 0.05, 0.05],
  );
  paintFace(
    stage,
    [corner(-0.8, 2.75), corner(0.8, 2.75), corner(0.8, 3.05), corner(-0.8, 3.05)],
    normal,
    GLASS,
    [0.7, 0.42, 0.1],
  );
}

/** Head and tail lights, each seen only from its own end. */
function paintLamps(
  stage: Stage,
  at: GroundPoint,
  heading: number,
  reach: number,
  half: number,
  y: number,
): void {
  for (const side of [-1, 1]) {
    const front = place(at, heading, reach, side * half, y);
    const towards = facing(front, heading);
    if (towards > 0.05) {
      paintLight(stage, front, 0.45 + 0.75 * towards, WHITE);
    } else if (towards < -0.05) {
      paintLight(stage, place(at, heading, -reach, side * half, y + 0.1), 0.5, RED);
    }
  }
}
