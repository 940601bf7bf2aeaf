import type { GroundPoint, Rgb } from './model.ts';
import { centre, paintFace, rectangle, type Stage } from './stage.ts';
import type { Point } from './view.ts';

/** An upright body with a rectangular foot and a smaller or equal rectangular top. */
export interface Frustum {
  readonly at: GroundPoint;
  readonly heading: number;
  readonly length: number;
  readonly width: number;
  readonly bottom: number;
  readonly top: number;
  readonly tone: Rgb;
  /** Length and width of the top, as shares of the foot's. */
  readonly taper?: number;
  readonly glow?: Rgb;
  /** The upper face's own tone, as of a car's roof above its glass. */
  readonly roof?: Rgb;
}

/** Paints the faces that look towards the camera. */
export function paintFrustum(stage: Stage, body: Frustum): void {
  const { at, heading, length, width, taper = 1 } = body;
  const foot = rectangle(at, heading, length, width, body.bottom);
  const top = rectangle(at, heading, length * taper, width * (0.5 + taper / 2), body.top);
  for (let i = 0; i < 4; i++) {
    const j = (i + 1) % 4;
    const face = [foot[i]!, foot[j]!, top[j]!, top[i]!];
    const normal = outward(face, at);
    if (towardsCamera(stage, face, normal)) paintFace(stage, face, normal, body.tone, body.glow);
  }
  const up = { x: 0, y: 1, z: 0 };
  if (towardsCamera(stage, top, up)) paintFace(stage, top, up, body.roof ?? body.tone, body.glow);
}

function outward(face: readonly Point[], at: GroundPoint): Point {
  const middle = centre(face);
  const x = middle.x - at.x;
  const z = middle.z - at.z;
  const length = Math.hypot(x, z) || 1;
  return { x: x / length, y: 0, z: z / length };
}

function towardsCamera(stage: Stage, face: readonly Point[], normal: Point): boolean {
  const middle = centre(face);
  return normal.x * -middle.x + normal.y * (stage.view.eye - middle.y) + normal.z * -middle.z > 0;
}
