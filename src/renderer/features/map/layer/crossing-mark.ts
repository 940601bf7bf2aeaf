import { Occupancy } from '../labels/occupancy.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapCrossing } from '../model.ts';
import type { MapPalette } from '../palette.ts';
import { type CanvasView, toX, toY } from './view.ts';

/** Farther off they would be a pattern over the streets that says nothing. */
const FROM = 16.5;
/** Half of its width and height, CSS pixels. */
const [WIDE, HIGH] = [7, 5];
/** How far from a crossing a pointer still means it, CSS pixels. */
const REACH = 10;
/** Where its stripes stand, from its middle, and how wide they are, CSS pixels. */
const STRIPES = [-4.5, 0, 4.5] as const;
const STRIPE = 2.5;

export interface CrossingSign {
  readonly crossing: MapCrossing;
  readonly x: number;
  readonly y: number;
  readonly chosen: boolean;
}

/**
 * The crossings that are drawn in a picture, none on another: the one that is looked at whatever is there, then those that
 * no lamp lights, the others where there is room.
 */
export function placeCrossings(
  view: CanvasView,
  crossings: readonly MapCrossing[],
  chosen: string | undefined,
): readonly CrossingSign[] {
  if (view.zoom < FROM) return [];
  const occupancy = new Occupancy(view.width, view.height);
  const rank = (sign: CrossingSign) => (sign.chosen ? 0 : sign.crossing.state === 'unlit' ? 1 : 2);
  return crossings
    .flatMap((crossing): CrossingSign[] => {
      const [lon, lat] = crossing.position;
      const [x, y] = [toX(view, mercatorX(lon)), toY(view, mercatorY(lat))];
      const outside = x < -WIDE || y < -HIGH || x > view.width + WIDE || y > view.height + HIGH;
      return outside ? [] : [{ crossing, x, y, chosen: crossing.id === chosen }];
    })
    .toSorted((a, b) => rank(a) - rank(b))
    .filter((sign) => {
      const slab = { x: sign.x, y: sign.y, width: 2 * WIDE + 2, height: 2 * HIGH + 2 };
      if (!sign.chosen) return occupancy.claim(slab);
      occupancy.block(slab);
      return true;
    });
}

/** The crossing meant by a place (normalised Web Mercator) at a zoom, of those that are drawn, and how far it is. */
export function pickCrossing(
  signs: readonly CrossingSign[],
  x: number,
  y: number,
  zoom: number,
): { readonly id: string; readonly far: number } | undefined {
  const reach = REACH / (256 * 2 ** zoom);
  return signs
    .map(({ crossing: { id, position } }) => ({
      id,
      far: Math.hypot(mercatorX(position[0]) - x, mercatorY(position[1]) - y),
    }))
    .filter(({ far }) => far <= reach)
    .toSorted((a, b) => a.far - b.far)[0];
}

/** Three stripes; dashed, in sand, where its lamps are silent; an empty dashed frame where no lamp lights it. */
export function paintCrossing(
  context: CanvasRenderingContext2D,
  { crossing: { state }, x, y, chosen }: CrossingSign,
  palette: MapPalette,
): void {
  const frame = [x - WIDE - 1, y - HIGH - 1, 2 * WIDE + 2, 2 * HIGH + 2] as const;
  context.save();
  context.fillStyle = palette.halo;
  context.fillRect(...frame);
  context.strokeStyle = state === 'silent' ? palette.stale : chosen ? palette.watched : palette.label;
  if (state === 'unlit' || chosen) {
    context.lineWidth = chosen ? 2 : 1.5;
    context.setLineDash(state === 'unlit' ? [3, 2] : []);
    context.strokeRect(...frame);
  }
  if (state !== 'unlit') {
    context.lineWidth = STRIPE;
    context.setLineDash(state === 'silent' ? [3, 2] : []);
    context.beginPath();
    for (const at of STRIPES) {
      context.moveTo(x + at, y - HIGH);
      context.lineTo(x + at, y + HIGH);
    }
    context.stroke();
  }
  context.restore();
}
