import { indexOf, type LampKey, slotOf } from '../../../../shared/lamp/selection.ts';
import type { LampTable } from '../lamp-table.ts';
import type { MapPalette } from '../palette.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { traceCorners } from './corners.ts';
import { lampRadius } from './lamp-layer.ts';
import { OVERVIEW_BELOW } from './overview.ts';
import { freshContext } from './trace.ts';
import type { Turns } from './turns.ts';
import { type CanvasView, toX, toY } from './view.ts';

/** Of a square about a lamp beyond the lamp's own edge, and of a dot far out, CSS pixels. */
const [BEYOND, DOT] = [6, 1.5];
/** Of its pane: under the lamps, whose rings and crosses lie on it; far out over the squares that stand for them. */
const [UNDER, OVER] = ['218', '225'];

/** The selected lamps, each in the corners of a square, for rings are those of overrides, and the line that is drawn round more of them. */
export class SelectionLayer extends CanvasLayer {
  readonly #table: LampTable;
  #palette: MapPalette;
  #keys: ReadonlySet<LampKey> = new Set();
  /** x and y by turns, normalised Web Mercator */
  #line: readonly number[] = [];

  constructor(pane: string, turns: Turns, table: LampTable, palette: MapPalette) {
    super(pane, 'map-selected', turns);
    this.#table = table;
    this.#palette = palette;
  }

  setPalette(palette: MapPalette): void {
    this.#palette = palette;
    this.repaint();
  }

  set(keys: ReadonlySet<LampKey>): void {
    this.#keys = keys;
    this.repaint();
  }

  /** The line of a lasso or box as far as it is drawn; empty for none. */
  setLine(line: readonly number[]): void {
    this.#line = line;
    this.repaint();
  }

  protected override paint(view: CanvasView): void {
    const context = freshContext(this.canvas, view);
    const far = view.zoom < OVERVIEW_BELOW;
    const pane = this.canvas.parentElement;
    if (pane !== null) pane.style.zIndex = far ? OVER : UNDER;
    const radius = far ? DOT : lampRadius(view.zoom) + BEYOND;
    context.beginPath();
    for (const key of this.#keys) {
      const lamp = this.#table.find(slotOf(key), indexOf(key));
      const at = this.#table.x[lamp];
      if (at === undefined || at < 0) continue;
      const [x, y] = [toX(view, at), toY(view, this.#table.y[lamp]!)];
      if (x < -radius || y < -radius || x > view.width + radius || y > view.height + radius) continue;
      if (far) traceDot(context, x, y);
      else traceCorners(context, x, y, radius);
    }
    this.#stroke(context, far ? 1 : 2);
    if (this.#line.length < 4) return;
    context.beginPath();
    for (let i = 0; i < this.#line.length; i += 2)
      context.lineTo(toX(view, this.#line[i]!), toY(view, this.#line[i + 1]!));
    context.closePath();
    context.setLineDash([6, 5]);
    this.#stroke(context, 2);
  }

  /** Light on a dark edge, so that it stands on any ground and on any lamp. */
  #stroke(context: CanvasRenderingContext2D, width: number): void {
    context.strokeStyle = this.#palette.halo;
    context.lineWidth = width + 3;
    context.stroke();
    context.strokeStyle = this.#palette.watched;
    context.lineWidth = width;
    context.stroke();
  }
}

function traceDot(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.moveTo(x + DOT, y);
  context.arc(x, y, DOT, 0, 2 * Math.PI);
}
