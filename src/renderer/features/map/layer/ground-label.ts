import type { Occupancy } from '../labels/occupancy.ts';
import type { MapPalette } from '../palette.ts';
import { type CanvasView, toX, toY } from './view.ts';

/** What an outline on the map is called. */
export interface GroundLabel {
  readonly text: string;
  /** of its middle, normalised Web Mercator */
  readonly x: number;
  readonly y: number;
  /** how far above that place it stands, CSS pixels */
  readonly lift: number;
  /** the name says how old it is */
  readonly stale: boolean;
  /** no longer written when nearer than this zoom */
  readonly below: number;
}

const HEIGHT = 20;

/** Writes names where there is room, those first that are told to be old. The font is the context's. */
export function paintGroundLabels(
  context: CanvasRenderingContext2D,
  view: CanvasView,
  labels: readonly GroundLabel[],
  palette: MapPalette,
  occupancy: Occupancy,
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  for (const { text, stale, below, lift, ...at } of labels.toSorted(
    (a, b) => Number(b.stale) - Number(a.stale),
  )) {
    if (view.zoom >= below) continue;
    const [x, y] = [toX(view, at.x), toY(view, at.y) - lift];
    if (!occupancy.claim({ x, y, width: context.measureText(text).width + 8, height: HEIGHT })) continue;
    context.strokeStyle = palette.halo;
    context.strokeText(text, x, y);
    context.fillStyle = stale ? palette.stale : palette.label;
    context.fillText(text, x, y);
  }
}
