import { convexHull } from '../../../../shared/geo/hull.ts';
import type { Position } from '../../../../shared/geo/position.ts';
import { indexOf, slotOf } from '../../../../shared/lamp/selection.ts';
import type { LampTable } from '../lamp-table.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapDistrict, MapSupply } from '../model.ts';
import type { MapPalette } from '../palette.ts';
import { boundsOf, pathOf } from '../streets.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { lampRadius } from './lamp-layer.ts';
import { OVERVIEW_BELOW } from './overview.ts';
import { freshContext, inView, trace } from './trace.ts';
import type { Turns } from './turns.ts';
import { type CanvasView, toX, toY } from './view.ts';

/** Nearer than this a district is larger than the map: its outline would be stray lines. */
export const DISTRICTS_BELOW = 15;
/** One pattern for each circuit of a cabinet, so that nobody needs to tell them by hue. */
const PATTERNS = [[], [10, 5], [3, 4], [12, 4, 3, 4]] as const;
/** Of an outline beyond the lamps on it, CSS pixels. */
const BEYOND = 9;

/** Outlines of districts, and of the circuits of the cabinet that is looked at. Names are the layer's above. */
export class OutlineLayer extends CanvasLayer {
  readonly #table: LampTable;
  #palette: MapPalette;
  #districts: readonly { readonly stale: boolean; readonly paths: readonly Float64Array[] }[] = [];
  #supply: MapSupply | undefined;
  #shown = { districts: true, circuits: true };

  constructor(pane: string, turns: Turns, table: LampTable, palette: MapPalette) {
    super(pane, 'map-outlines', turns);
    this.#table = table;
    this.#palette = palette;
  }

  setPalette(palette: MapPalette): void {
    this.#palette = palette;
    this.repaint();
  }

  setDistricts(districts: readonly MapDistrict[]): void {
    this.#districts = districts.map(({ stale, rings }) => ({ stale, paths: rings.map(pathOf) }));
    this.repaint();
  }

  setSupply(supply: MapSupply | undefined): void {
    this.#supply = supply;
    this.repaint();
  }

  setShown(what: 'districts' | 'circuits', shown: boolean): void {
    this.#shown = { ...this.#shown, [what]: shown };
    this.repaint();
  }

  protected override paint(view: CanvasView): void {
    const context = freshContext(this.canvas, view);
    if (this.#shown.districts && view.zoom < DISTRICTS_BELOW) {
      // Far out only those of which nothing is heard: of the others the squares of lamps say enough.
      if (view.zoom >= OVERVIEW_BELOW) this.#paintDistricts(context, view, false);
      this.#paintDistricts(context, view, true);
    }
    if (!this.#shown.circuits) return;
    for (const [n, { lamps, chosen }] of this.#supply?.circuits.entries() ?? [])
      this.#paintCircuit(context, view, placesOn(this.#table, lamps), PATTERNS[n % PATTERNS.length]!, chosen);
  }

  /** All of them at once: where two meet, their border is one line. */
  #paintDistricts(context: CanvasRenderingContext2D, view: CanvasView, stale: boolean): void {
    context.beginPath();
    for (const district of this.#districts)
      for (const path of district.stale === stale ? district.paths : []) {
        if (!inView(view, boundsOf(path), 2)) continue;
        trace(context, view, path);
        context.closePath();
      }
    context.setLineDash(stale ? [2, 6] : []);
    context.strokeStyle = stale ? this.#palette.stale : this.#palette.border;
    context.lineWidth = 1.5;
    context.stroke();
    context.setLineDash([]);
  }

  /** An outline about its lamps, light on a dark edge, and a ring about each of those that are looked at. */
  #paintCircuit(
    context: CanvasRenderingContext2D,
    view: CanvasView,
    places: readonly Position[],
    pattern: readonly number[],
    chosen: boolean,
  ): void {
    const at = places.map(([x, y]): Position => [toX(view, x), toY(view, y)]);
    const radius = lampRadius(view.zoom) + 3;
    context.beginPath();
    for (const [n, [x, y]] of padded(convexHull(at)).entries()) context[n === 0 ? 'moveTo' : 'lineTo'](x, y);
    context.closePath();
    this.#stroke(context, chosen ? 3 : 1.5, pattern);
    if (!chosen) return;
    context.beginPath();
    for (const [x, y] of at) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    this.#stroke(context, 1.5, []);
  }

  #stroke(context: CanvasRenderingContext2D, width: number, pattern: readonly number[]): void {
    context.strokeStyle = this.#palette.halo;
    context.lineWidth = width + 3;
    context.stroke();
    context.setLineDash([...pattern]);
    context.strokeStyle = this.#palette.place;
    context.lineWidth = width;
    context.stroke();
    context.setLineDash([]);
  }
}

/** Places of the lamps that have one, normalised Web Mercator. */
export const placesOn = (table: LampTable, lamps: NonNullable<MapSupply>['circuits'][number]['lamps']) =>
  lamps.flatMap((key): Position[] => {
    const at = table.positionOf({ slot: slotOf(key), index: indexOf(key) });
    return at === undefined ? [] : [[mercatorX(at[0]), mercatorY(at[1])]];
  });

/** Further from their middle by some pixels: the line does not run through the lamps. */
function padded(corners: readonly Position[]): readonly Position[] {
  const middle = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  const [mx, my] = [middle(0), middle(1)];
  return corners.map(([x, y]): Position => {
    const far = Math.hypot(x - mx, y - my) || 1;
    return [x + ((x - mx) / far) * BEYOND, y + ((y - my) / far) * BEYOND];
  });
}
