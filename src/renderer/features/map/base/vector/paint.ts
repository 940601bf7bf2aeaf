import { widthOfStreet } from '../../layer/street-width.ts';
import type { MapPalette } from '../../palette.ts';
import { EXTENT } from './decode.ts';
import { DRAWN, type Drawn } from './kinds.ts';

/** Where and how large a tile, or a part of it, is drawn. */
export interface TileView {
  /** of the canvas, in its own pixels */
  readonly side: number;
  /** the whole tile is so many times as large as the canvas */
  readonly times: number;
  /** of the part, in sides of the canvas */
  readonly left: number;
  readonly top: number;
  readonly zoom: number;
  /** CSS pixels for a metre of ground */
  readonly perMetre: number;
  /** pixels of the canvas for a CSS pixel */
  readonly pixel: number;
}

/** Zooms from which small things are drawn: further out they are only grain. */
const FROM: Readonly<Partial<Record<Drawn, number>>> = { block: 14.5, path: 15.5, river: 12, minor: 12 };

/** Width of a line in CSS pixels; undefined for areas. */
const WIDTHS: Readonly<Partial<Record<Drawn, (perMetre: number) => number>>> = {
  main: widthOfStreet.main,
  minor: widthOfStreet.minor,
  path: (perMetre) => Math.max(0.8, 2.5 * perMetre),
  river: (perMetre) => Math.max(1, 8 * perMetre),
  rail: (perMetre) => Math.max(1, 3 * perMetre),
};

const COLOURS: Readonly<
  Record<Drawn, keyof MapPalette & ('park' | 'water' | 'block' | 'road' | 'minorRoad' | 'rail')>
> = {
  park: 'park',
  water: 'water',
  river: 'water',
  block: 'block',
  path: 'minorRoad',
  minor: 'minorRoad',
  main: 'road',
  rail: 'rail',
};

/** Draws a tile on the colour of the ground: what lies below does not show where there is one. */
export function paintShapes(
  context: CanvasRenderingContext2D,
  shapes: ReadonlyMap<Drawn, Path2D>,
  palette: MapPalette,
  view: TileView,
): void {
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, view.side, view.side);
  const scale = (view.side * view.times) / EXTENT;
  context.setTransform(scale, 0, 0, scale, -view.left * view.side, -view.top * view.side);
  context.lineJoin = 'round';
  for (const drawn of DRAWN) {
    const path = shapes.get(drawn);
    if (path === undefined || view.zoom < (FROM[drawn] ?? 0)) continue;
    const colour = palette[COLOURS[drawn]];
    const width = WIDTHS[drawn];
    if (width === undefined) {
      context.fillStyle = colour;
      context.fill(path);
    } else {
      context.strokeStyle = colour;
      context.lineWidth = (width(view.perMetre) * view.pixel) / scale;
      context.stroke(path);
    }
  }
}
