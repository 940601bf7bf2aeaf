import type { GroundArea } from '../../../../shared/geo/ground.ts';

import type { MapPalette } from '../palette.ts';
import { boundsOf, pathOf, type StreetLine } from '../streets.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { widthOfStreet } from './street-width.ts';
import { freshContext, inView, trace } from './trace.ts';
import type { Turns } from './turns.ts';
import type { CanvasView } from './view.ts';

const RIVER_M = 34;
const RAIL_M = 9;

interface Ground extends Omit<GroundArea, 'coordinates'> {
  readonly path: Float64Array;
}

/** The city's skeleton under the lamps: parks, water, rail and streets. No tiles, no network. */
export class StreetLayer extends CanvasLayer {
  #palette: MapPalette;
  #streets: readonly StreetLine[] = [];
  #grounds: readonly Ground[] = [];

  constructor(pane: string, turns: Turns, palette: MapPalette) {
    super(pane, 'map-streets', turns);
    this.#palette = palette;
  }

  setPalette(palette: MapPalette): void {
    this.#palette = palette;
    this.repaint();
  }

  setStreets(streets: readonly StreetLine[]): void {
    this.#streets = streets;
    this.repaint();
  }

  setAreas(areas: readonly GroundArea[]): void {
    this.#grounds = areas.map(({ coordinates, ...area }) => ({ ...area, path: pathOf(coordinates) }));
    this.repaint();
  }

  protected override paint(view: CanvasView): void {
    const context = freshContext(this.canvas, view);
    for (const kind of ['park', 'water', 'rail'] as const)
      for (const ground of this.#grounds) if (ground.kind === kind) this.#paintGround(context, view, ground);
    for (const rank of ['minor', 'main'] as const) {
      context.beginPath();
      for (const street of this.#streets)
        if (street.rank === rank && inView(view, street.bounds, 20)) trace(context, view, street.path);
      context.strokeStyle = rank === 'main' ? this.#palette.road : this.#palette.minorRoad;
      context.lineWidth = widthOfStreet[rank](view.perMetre);
      // Round ends of thin lines can't be seen, but they are what takes the time.
      const thin = context.lineWidth < 4;
      context.lineCap = thin ? 'butt' : 'round';
      context.lineJoin = thin ? 'bevel' : 'round';
      context.stroke();
    }
  }

  #paintGround(context: CanvasRenderingContext2D, view: CanvasView, ground: Ground): void {
    if (!inView(view, boundsOf(ground.path), 40)) return;
    const colour = this.#palette[ground.kind];
    context.beginPath();
    trace(context, view, ground.path);
    context.fillStyle = context.strokeStyle = colour;
    if (ground.shape === 'polygon') {
      context.closePath();
      context.fill();
    } else if (ground.kind === 'rail') {
      // A thin line with sleepers, as maps draw rails.
      context.lineWidth = Math.max(1, 3 * view.perMetre);
      context.stroke();
      context.lineCap = 'butt';
      context.setLineDash([2, 6]);
      context.lineWidth = Math.max(3, RAIL_M * view.perMetre);
      context.stroke();
      context.setLineDash([]);
      context.lineCap = 'round';
    } else {
      context.lineWidth = Math.max(2, (ground.width ?? RIVER_M) * view.perMetre);
      context.stroke();
    }
  }
}
