import type { MapCrossing } from '../model.ts';
import type { MapPalette } from '../palette.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { type CrossingSign, paintCrossing, pickCrossing, placeCrossings } from './crossing-mark.ts';
import { freshContext } from './trace.ts';
import type { Turns } from './turns.ts';
import type { CanvasView } from './view.ts';

/** Pedestrian crossings: on the ground under the lamps, as the stripes are that people walk over. */
export class CrossingLayer extends CanvasLayer {
  #palette: MapPalette;
  #crossings: readonly MapCrossing[] = [];
  #chosen: string | undefined;
  #shown = true;
  /** those in the picture */
  #signs: readonly CrossingSign[] = [];

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
  pick(x: number, y: number, zoom: number): ReturnType<typeof pickCrossing> {
    return pickCrossing(this.#signs, x, y, zoom);
  }

  protected override paint(view: CanvasView): void {
    const context = freshContext(this.canvas, view);
    this.#signs = this.#shown ? placeCrossings(view, this.#crossings, this.#chosen) : [];
    for (const sign of this.#signs) paintCrossing(context, sign, this.#palette);
  }
}
