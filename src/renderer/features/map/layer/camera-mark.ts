import type { Occupancy, Slab } from '../labels/occupancy.ts';
import type { MapPalette } from '../palette.ts';
import { paintName } from './mark-name.ts';
import { type CameraSign, CONES_FROM, halfOf } from './place-cameras.ts';
import type { CanvasView } from './view.ts';

const NAMES_FROM = 16;
const RAD = Math.PI / 180;
/** Where an inventory doesn't say how far a camera sees, m. */
const RANGE_M = 60;

export function slabOf({ zoom }: CanvasView, { x, y, dx, dy }: CameraSign): Slab {
  const side = 2 * halfOf(zoom) + 4;
  return { x: x + dx, y: y + dy, width: side, height: side };
}

/**
 * A small square, and the sector it sees: filled when played here, dashed sand when its image is old. One that has given
 * way to another has a line to where it stands.
 */
export function paintCamera(
  context: CanvasRenderingContext2D,
  view: CanvasView,
  sign: CameraSign,
  palette: MapPalette,
): void {
  const { camera, strong, dx, dy } = sign;
  const [x, y] = [sign.x + dx, sign.y + dy];
  const ink = { up: palette.cone, stale: palette.stale, lost: palette.lost }[camera.state];
  context.save();
  context.strokeStyle = ink;
  if (view.zoom >= CONES_FROM || strong) paintSight(context, view, sign, ink);
  if (dx !== 0 || dy !== 0) {
    context.setLineDash([]);
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(sign.x, sign.y);
    context.lineTo(x, y);
    context.stroke();
  }
  const side = halfOf(view.zoom);
  context.setLineDash(camera.state === 'stale' ? [3, 2] : []);
  context.lineWidth = 1.5;
  context.fillStyle = strong ? palette.watched : palette.panel;
  context.beginPath();
  context.roundRect(x - side, y - side, 2 * side, 2 * side, 2);
  context.fill();
  context.stroke();
  if (camera.state === 'lost') {
    context.beginPath();
    context.moveTo(x - side - 2, y + side + 2);
    context.lineTo(x + side + 2, y - side - 2);
    context.stroke();
  }
  context.restore();
}

function paintSight(
  context: CanvasRenderingContext2D,
  view: CanvasView,
  { camera, x, y, strong }: CameraSign,
  ink: string,
): void {
  const reach = Math.max(34, Math.min(150, (camera.range ?? RANGE_M) * view.perMetre));
  const from = (camera.azimuth - 90 - camera.fieldOfView / 2) * RAD;
  context.beginPath();
  context.moveTo(x, y);
  context.arc(x, y, reach, from, from + camera.fieldOfView * RAD);
  context.closePath();
  context.fillStyle = ink;
  context.globalAlpha = camera.state === 'up' ? (strong ? 0.28 : 0.12) : 0.1;
  context.fill();
  context.globalAlpha = strong || camera.state !== 'up' ? 1 : 0.5;
  context.lineWidth = strong ? 1.5 : 1;
  if (camera.state === 'stale') context.setLineDash([4, 4]);
  context.stroke();
  context.globalAlpha = 1;
}

/** Its name to the right or to the left, where that covers nothing; or not at all. */
export function paintCameraName(
  context: CanvasRenderingContext2D,
  view: CanvasView,
  { camera: { name }, x, y, dx, dy, strong }: CameraSign,
  palette: MapPalette,
  occupancy: Occupancy,
): void {
  if (!strong && view.zoom < NAMES_FROM) return;
  const beside = halfOf(view.zoom) + 6;
  const [at, { width }] = [x + dx, context.measureText(name)];
  for (const from of [at + beside, at - beside - width])
    if (paintName(context, from, y + dy, name, palette, occupancy)) return;
}
