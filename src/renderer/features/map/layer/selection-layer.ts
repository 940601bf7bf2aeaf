import { indexOf, type LampKey, slotOf } from '../../../../shared/lamp/selection.ts';
import type { LampTable } from '../lamp-table.ts';
import type { MapPalette } from '../palette.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { traceCorners } from './corners.ts';
import { lampRadius } from './lamp-layer.ts';
import { freshContext } from './trace.ts';
import type { Turns } from './turns.ts';
import { type CanvasView, toX, toY } from './view.ts';

/** Of a square about a lamp beyond the lamp's own edge, where lamps stand apart and where they lie close, CSS pixels. */
const [BEYOND, CLOSE] = [6, 2];
/** From how near lamps of a street stand apart. */
const APART = 16.5;
/** Of the ground under lamps that lie close: the width of its edge, CSS pixels, and how much it veils. */
const [EDGE, VEIL] = [1.5, 0.25];

/**
 * The selected lamps, each in the corners of a square, for rings are those of overrides; further out, where corners would run
 * into each other, one ground for all of them. Their rings and crosses lie on it. And the line that is drawn round more.
 */
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
    const apart = view.zoom >= APART;
    const half = lampRadius(view.zoom) + (apart ? BEYOND : CLOSE);
    const places = this.#placesIn(view, half);
    if (apart) {
      context.beginPath();
      for (const [x, y] of places) traceCorners(context, x, y, half);
      this.#stroke(context, 2);
    } else this.#ground(context, places, half);
    if (this.#line.length < 4) return;
    context.beginPath();
    for (let i = 0; i < this.#line.length; i += 2)
      context.lineTo(toX(view, this.#line[i]!), toY(view, this.#line[i + 1]!));
    context.closePath();
    context.setLineDash([6, 5]);
    this.#stroke(context, 2);
  }

  /** Where the selected lamps are seen, no further than `beyond` outside. */
  #placesIn(view: CanvasView, beyond: number): readonly (readonly [x: number, y: number])[] {
    const places: (readonly [number, number])[] = [];
    for (const key of this.#keys) {
      const lamp = this.#table.find(slotOf(key), indexOf(key));
      const at = this.#table.x[lamp];
      if (at === undefined || at < 0) continue;
      const [x, y] = [toX(view, at), toY(view, this.#table.y[lamp]!)];
      if (x < -beyond || y < -beyond || x > view.width + beyond || y > view.height + beyond) continue;
      places.push([x, y]);
    }
    return places;
  }

  /** Squares about these places as one: an edge round all of them, and a veil through which lamps and faults are seen. */
  #ground(
    context: CanvasRenderingContext2D,
    places: readonly (readonly [x: number, y: number])[],
    half: number,
  ): void {
    const fill = (side: number, style: string) => {
      context.beginPath();
      for (const [x, y] of places) context.rect(x - side, y - side, 2 * side, 2 * side);
      context.fillStyle = style;
      context.fill();
    };
    const { halo, watched } = this.#palette;
    fill(half + 2 * EDGE, halo);
    fill(half + EDGE, watched);
    context.globalCompositeOperation = 'destination-out';
    fill(half, watched);
    context.globalCompositeOperation = 'source-over';
    context.globalAlpha = VEIL;
    fill(half, watched);
    context.globalAlpha = 1;
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
