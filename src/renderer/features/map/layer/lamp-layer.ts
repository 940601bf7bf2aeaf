import { LampIndex } from '../lamp-index.ts';
import type { LampChange, LampTable } from '../lamp-table.ts';
import { CanvasSurface } from '../painter/canvas-surface.ts';
import type { LampPainter, LampPalette, LampSource } from '../painter/lamp-painter.ts';
import { SplatPainter } from '../painter/splat-painter.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { Pace } from './pace.ts';
import type { Turns } from './turns.ts';
import type { CanvasView } from './view.ts';

/** How far from a lamp's edge a pointer still means it, in CSS pixels. */
const PICK_SLACK = 6;

/** A lamp's radius in CSS pixels: a grain where the whole city shows, a disc where a street does. */
export const lampRadius = (zoom: number): number => Math.max(0.9, Math.min(7, 0.92 * 1.35 ** (zoom - 12)));

/** Draws the lamp table live and says which lamp a pointer means. */
export class LampLayer extends CanvasLayer {
  readonly #table: LampTable;
  readonly #painter: LampPainter;
  readonly #turns: Turns;
  readonly #pace: Pace;
  readonly #flush = () => this.#painter.flush();
  readonly #unsubscribe: () => void;
  #palette: LampPalette;
  #index: LampIndex;
  #shown = true;

  constructor(pane: string, turns: Turns, table: LampTable, palette: LampPalette) {
    super(pane, 'map-lamps', turns);
    this.#table = table;
    this.#palette = palette;
    this.#painter = new SplatPainter(new CanvasSurface(this.canvas));
    this.#turns = turns;
    this.#pace = new Pace(() => turns.ask(this.#flush));
    this.#index = new LampIndex(table.x, table.y);
    this.#unsubscribe = table.subscribe((change) => this.#hear(change));
  }

  setPalette(palette: LampPalette): void {
    this.#palette = palette;
    this.repaint();
  }

  /** Hidden lamps are not picked either. */
  setShown(shown: boolean): void {
    this.#shown = shown;
    this.canvas.hidden = !shown;
  }

  /** Global number of the lamp meant by a place (normalised Web Mercator) at a zoom, -1 for none. */
  pick(x: number, y: number, zoom: number): number {
    if (!this.#shown) return -1;
    return this.#index.nearest(x, y, (lampRadius(zoom) + PICK_SLACK) / (256 * 2 ** zoom));
  }

  dispose(): void {
    this.#unsubscribe();
    this.#pace.dispose();
    this.#turns.withdraw(this.#flush);
    this.#painter.dispose();
    this.remove();
  }

  protected override paint(view: CanvasView): void {
    const ratio = view.pixelRatio;
    this.#painter.show(
      this.#source(),
      {
        scale: view.scale * ratio,
        originX: view.originX * ratio,
        originY: view.originY * ratio,
        width: Math.round(view.width * ratio),
        height: Math.round(view.height * ratio),
        radius: lampRadius(view.zoom) * ratio,
        pixelRatio: ratio,
      },
      this.#palette,
    );
  }

  #hear(change: LampChange): void {
    if (change.kind === 'layout') {
      this.#index = new LampIndex(this.#table.x, this.#table.y);
      this.repaint();
      return;
    }
    if (!this.view) return;
    if (change.kind === 'all') this.#painter.markAll();
    else for (const lamp of change.lamps) this.#painter.mark(lamp);
    this.#pace.ask();
  }

  #source(): LampSource {
    const { x, y, state, level, faults } = this.#table;
    const index = this.#index;
    return { x, y, state, level, faults, within: (a, b, c, d) => index.within(a, b, c, d) };
  }
}
