import { Occupancy } from '../labels/occupancy.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapCrossing } from '../model.ts';
import type { MapPalette } from '../palette.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { freshContext } from './trace.ts';
import type { Turns } from './turns.ts';
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

interface Sign {
  readonly crossing: MapCrossing;
  readonly x: number;
  readonly y: number;
}

/** Pedestrian crossings: on the ground under the lamps, as the stripes are that people walk over. None on another. */
export class CrossingLayer extends CanvasLayer {
  #palette: MapPalette;
  #crossings: readonly MapCrossing[] = [];
  #chosen: string | undefined;
  #shown = true;
  /** those in the picture */
  #signs: readonly Sign[] = [];

  constructor(pane: string, turns: Turns, palette: MapPalette) {
    super(pane, 'map-crossings', turns);
    this.#palette = palette;
  }

  setPalette(palette: MapPalette): void {
    this.#palette = palette;
    this.repaint();
  }

  set(crossings: readonly MapCrossing[]): void {
    this.#crossings = crossings;
    this.repaint();
  }

  select(chosen: string | undefined): void {
    if (this.#chosen === chosen) return;
    this.#chosen = chosen;
    this.repaint();
  }

  setShown(shown: boolean): void {
    this.#shown = shown;
    this.repaint();
  }

  /** The crossing meant by a place (normalised Web Mercator) at a zoom, of those that are drawn, and how far it is. */
  pick(x: number, y: number, zoom: number): { readonly id: string; readonly far: number } | undefined {
    const reach = REACH / (256 * 2 ** zoom);
    const near = this.#signs
      .map(({ crossing: { id, position } }) => ({
        id,
        far: Math.hypot(mercatorX(position[0]) - x, mercatorY(position[1]) - y),
      }))
      .filter(({ far }) => far <= reach);
    return near.toSorted((a, b) => a.far - b.far)[0];
  }

  protected override paint(view: CanvasView): void {
    const context = freshContext(this.canvas, view);
    this.#signs = this.#shown && view.zoom >= FROM ? this.#place(view) : [];
    for (const sign of this.#signs) this.#paint(context, sign);
  }

  /** The chosen one first, then what nothing lights: they have their place whatever is there. */
  #place(view: CanvasView): readonly Sign[] {
    const occupancy = new Occupancy(view.width, view.height);
    const rank = ({ id, state }: MapCrossing) => (id === this.#chosen ? 0 : state === 'unlit' ? 1 : 2);
    return this.#crossings
      .flatMap((crossing): Sign[] => {
        const [lon, lat] = crossing.position;
        const [x, y] = [toX(view, mercatorX(lon)), toY(view, mercatorY(lat))];
        const outside = x < -WIDE || y < -HIGH || x > view.width + WIDE || y > view.height + HIGH;
        return outside ? [] : [{ crossing, x, y }];
      })
      .toSorted((a, b) => rank(a.crossing) - rank(b.crossing))
      .filter(({ crossing, x, y }) => {
        const slab = { x, y, width: 2 * WIDE + 2, height: 2 * HIGH + 2 };
        if (rank(crossing) > 0) return occupancy.claim(slab);
        occupancy.block(slab);
        return true;
      });
  }

  /** Three stripes; dashed, in sand, where its lamps are silent; an empty dashed frame where no lamp lights it. */
  #paint(context: CanvasRenderingContext2D, { crossing: { id, state }, x, y }: Sign): void {
    const chosen = id === this.#chosen;
    const ink =
      state === 'silent' ? this.#palette.stale : chosen ? this.#palette.watched : this.#palette.label;
    context.save();
    context.fillStyle = this.#palette.halo;
    context.fillRect(x - WIDE - 1, y - HIGH - 1, 2 * WIDE + 2, 2 * HIGH + 2);
    context.strokeStyle = ink;
    if (state === 'unlit' || chosen) {
      context.lineWidth = chosen ? 2 : 1.5;
      context.setLineDash(state === 'unlit' ? [3, 2] : []);
      context.strokeRect(x - WIDE - 1, y - HIGH - 1, 2 * WIDE + 2, 2 * HIGH + 2);
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
}
