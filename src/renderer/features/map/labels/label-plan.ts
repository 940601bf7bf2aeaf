import { inView } from '../layer/trace.ts';
import { type CanvasView, toX, toY } from '../layer/view.ts';
import type { MapPlace, StreetLine } from '../streets.ts';
import { stretches } from './along.ts';
import type { Occupancy } from './occupancy.ts';

export interface Label {
  readonly text: string;
  readonly kind: 'place' | 'quarter' | 'street';
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** Zooms from which names show; communes give way to streets where these can be told apart. */
const MAIN_NAMES_FROM = 13.5;
const MINOR_NAMES_FROM = 15;
/** Until then only streets that are long on the screen are named, or the map is all words. */
const ALL_NAMES_FROM = 16.5;
const LONG_PX = 320;
const PLACES_UNTIL = 15;
const QUARTERS = { from: 13.5, until: 16.5 } as const;
const PLACE_SHIFTS = [0, -28, 28, -56, 56] as const;
const HEIGHT = 18;
/** A long street is named again after this many pixels. */
const AGAIN_AFTER = 620;
/** The name stands beside the street, so that its lamps stay seen. */
const BESIDE = 11;

/** Chooses names and places for them: communes first, then streets by length, none over another. */
export function planLabels(
  view: CanvasView,
  streets: readonly StreetLine[],
  places: readonly MapPlace[],
  occupancy: Occupancy,
  widthOf: (text: string, kind: Label['kind']) => number,
): Label[] {
  const labels: Label[] = [];
  for (const place of places) {
    if (!isShown(view.zoom, place)) continue;
    const label = placeLabel(view, place, occupancy, widthOf);
    if (label) labels.push(label);
  }
  const seen = new Map<string, Label[]>();
  for (const street of streets) {
    if (!isNamed(view, street) || !inView(view, street.bounds, 0)) continue;
    const same = seen.get(street.name) ?? [];
    seen.set(street.name, same);
    for (const label of alongStreet(view, street, same, occupancy, widthOf(street.name, 'street'))) {
      same.push(label);
      labels.push(label);
    }
  }
  return labels;
}

const isShown = (zoom: number, { isQuarter }: MapPlace): boolean =>
  isQuarter ? zoom >= QUARTERS.from && zoom < QUARTERS.until : zoom < PLACES_UNTIL;

function isNamed(view: CanvasView, { rank, length }: StreetLine): boolean {
  if (rank === 'main') return view.zoom >= MAIN_NAMES_FROM;
  if (view.zoom >= ALL_NAMES_FROM) return true;
  return view.zoom >= MINOR_NAMES_FROM && length * view.perMetre >= LONG_PX;
}

/** In the middle of the commune, or as near above or below as there is room. */
function placeLabel(
  view: CanvasView,
  { name, x, y, isQuarter }: MapPlace,
  occupancy: Occupancy,
  widthOf: (text: string, kind: Label['kind']) => number,
): Label | undefined {
  const kind = isQuarter ? 'quarter' : 'place';
  const width = widthOf(name, kind);
  for (const shift of PLACE_SHIFTS) {
    const label: Label = { text: name, kind, x: toX(view, x), y: toY(view, y) + shift, angle: 0 };
    const slab = { x: label.x, y: label.y, width: width + 16, height: HEIGHT + 12 };
    if (occupancy.claim(slab)) return label;
  }
  return undefined;
}

function* alongStreet(
  view: CanvasView,
  { name, path, rank }: StreetLine,
  same: readonly Label[],
  occupancy: Occupancy,
  width: number,
): Generator<Label> {
  const screen = path.map((v, i) => (i % 2 === 0 ? toX(view, v) : toY(view, v)));
  const beside = BESIDE + (rank === 'main' ? 10 : 5) * view.perMetre;
  for (const { x, y, angle } of stretches(screen, width, Math.max(90, width / 2))) {
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
    if (same.some((label) => Math.hypot(label.x - x, label.y - y) < AGAIN_AFTER)) continue;
    const label: Label = {
      text: name,
      kind: 'street',
      x: x + Math.sin(angle) * beside,
      y: y - Math.cos(angle) * beside,
      angle,
    };
    if (occupancy.claim({ x: label.x, y: label.y, width: width + 10, height: HEIGHT, angle })) yield label;
  }
}
