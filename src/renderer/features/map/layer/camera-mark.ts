import type { Occupancy, Slab } from '../labels/occupancy.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapCamera } from '../model.ts';
import type { MapPalette } from '../palette.ts';
import { paintName } from './mark-name.ts';
import { type CanvasView, toX, toY } from './view.ts';

const CAMERAS_FROM = 12.5;
const CONES_FROM = 14;
const NAMES_FROM = 16;
const RAD = Math.PI / 180;
/** Where an inventory doesn't say how far a camera sees, m. */
const RANGE_M = 60;

export const camerasShown = (zoom: number): boolean => zoom >= CAMERAS_FROM;

const half = (view: CanvasView) => (view.zoom < CONES_FROM ? 3.5 : 6);

const place = (view: CanvasView, { position }: MapCamera): [number, number] => [
  toX(view, mercatorX(position[0])),
  toY(view, mercatorY(position[1])),
];

export function slabOf(view: CanvasView, camera: MapCamera): Slab {
  const [x, y] = place(view, camera);
  const side = 2 * half(view) + 4;
  return { x, y, width: side, height: side };
}

/** A small square, and the sector it sees: filled when played here, dashed sand when its image is old. */
export function paintCamera(
  context: CanvasRenderingContext2D,
  view: CanvasView,
  camera: MapCamera,
  palette: MapPalette,
  selected: boolean,
  occupancy: Occupancy,
): void {
  const [x, y] = place(view, camera);
  if (x < -160 || y < -160 || x > view.width + 160 || y > view.height + 160) return;
  const strong = selected || camera.watched;
  const ink = { up: palette.cone, stale: palette.stale, lost: palette.lost }[camera.state];
  context.save();
  context.strokeStyle = ink;
  if (view.zoom >= CONES_FROM || selected) {
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
  const side = half(view);
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
  if (strong || view.zoom >= NAMES_FROM) paintName(context, x + side + 6, y, camera.name, palette, occupancy);
}
