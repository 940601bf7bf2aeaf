import type { Occupancy } from '../labels/occupancy.ts';
import type { MapPalette } from '../palette.ts';

/** Writes the name of a mark beside it, from (x, y) on, where nothing is yet. @returns whether it did */
export function paintName(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  name: string,
  palette: MapPalette,
  occupancy: Occupancy,
): boolean {
  const { width } = context.measureText(name);
  if (!occupancy.claim({ x: x + width / 2, y, width: width + 4, height: 18 })) return false;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  context.strokeStyle = palette.halo;
  context.strokeText(name, x, y);
  context.fillStyle = palette.place;
  context.fillText(name, x, y);
  return true;
}
