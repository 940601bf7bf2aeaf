import type { Occupancy, Slab } from '../labels/occupancy.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapCabinet } from '../model.ts';
import type { MapPalette } from '../palette.ts';
import { paintName } from './mark-name.ts';
import { type CanvasView, toX, toY } from './view.ts';

/** Nearer than this all are shown, and farther off those only that ask for something. */
const ALL_FROM = 16;
const NAMES_FROM = 17;
/** Half of its width and height, CSS pixels. */
const [WIDE, HIGH] = [6, 8];
/** How far from a cabinet a pointer still means it, CSS pixels. */
const REACH = 12;

export interface CabinetSign {
  readonly cabinet: MapCabinet;
  readonly x: number;
  readonly y: number;
  readonly chosen: boolean;
}

const asks = ({ state }: MapCabinet): boolean => state === 'noSupply' || state === 'tripped';
const seenAt = (zoom: number, cabinet: MapCabinet, chosen: boolean): boolean =>
  zoom >= ALL_FROM || chosen || asks(cabinet);

/**
 * The cabinets that are drawn in a picture: those that ask for something or are looked at first and whatever is there,
 * the others where there is room. They take their places from whatever is drawn after them.
 */
export function placeCabinets(
  view: CanvasView,
  cabinets: readonly MapCabinet[],
  chosen: string | undefined,
  occupancy: Occupancy,
): readonly CabinetSign[] {
  const signs = cabinets.flatMap((cabinet): readonly CabinetSign[] => {
    const is = cabinet.id === chosen;
    if (!seenAt(view.zoom, cabinet, is)) return [];
    const [lon, lat] = cabinet.position;
    const [x, y] = [toX(view, mercatorX(lon)), toY(view, mercatorY(lat))];
    const outside = x < -WIDE || y < -HIGH || x > view.width + WIDE || y > view.height + HIGH;
    return outside ? [] : [{ cabinet, x, y, chosen: is }];
  });
  const matters = ({ cabinet, chosen: is }: CabinetSign): boolean => is || asks(cabinet);
  const [first, rest] = [signs.filter(matters), signs.filter((sign) => !matters(sign))];
  for (const sign of first) occupancy.block(slabOf(sign));
  return [...first, ...rest.filter((sign) => occupancy.claim(slabOf(sign)))];
}

const slabOf = ({ x, y }: CabinetSign): Slab => ({ x, y, width: 2 * WIDE + 4, height: 2 * HIGH + 4 });

/** The cabinet meant by a place (normalised Web Mercator), of those that are drawn. */
export function pickCabinet(
  signs: readonly CabinetSign[],
  x: number,
  y: number,
  zoom: number,
): MapCabinet | undefined {
  const reach = REACH / (256 * 2 ** zoom);
  return signs.find(
    ({ cabinet: { position } }) =>
      Math.hypot(mercatorX(position[0]) - x, mercatorY(position[1]) - y) <= reach,
  )?.cabinet;
}

/**
 * A cabinet with two doors. Crossed out without supply, with one stroke where a circuit has tripped, sand and dashed
 * where nothing was heard of its lamps; a line of dots under one of which nobody says where it stands.
 */
export function paintCabinet(
  context: CanvasRenderingContext2D,
  view: CanvasView,
  { cabinet: { id, placed, state }, x, y, chosen }: CabinetSign,
  palette: MapPalette,
  occupancy: Occupancy,
): void {
  const line = (points: readonly (readonly [number, number])[]): void => {
    context.beginPath();
    for (const [n, [px, py]] of points.entries()) context[n === 0 ? 'moveTo' : 'lineTo'](x + px, y + py);
    context.stroke();
  };
  const ink = chosen && state === 'ok' ? palette.watched : inkOf(state, palette);
  context.save();
  context.lineCap = 'butt';
  context.beginPath();
  context.rect(x - WIDE, y - HIGH, 2 * WIDE, 2 * HIGH);
  context.fillStyle = palette.panel;
  context.fill();
  context.strokeStyle = palette.halo;
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = ink;
  context.lineWidth = chosen ? 3 : 1.5;
  context.setLineDash(state === 'silent' ? [3, 2] : []);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 2;
  if (state === 'ok' || state === 'silent') {
    context.lineWidth = 1;
    line([
      [0, -HIGH],
      [0, HIGH],
    ]);
  } else
    line([
      [-WIDE, HIGH],
      [WIDE, -HIGH],
    ]);
  if (state === 'noSupply')
    line([
      [-WIDE, -HIGH],
      [WIDE, HIGH],
    ]);
  if (!placed) {
    context.setLineDash([2, 2]);
    line([
      [-WIDE, HIGH + 3.5],
      [WIDE, HIGH + 3.5],
    ]);
  }
  context.restore();
  if (chosen || view.zoom >= NAMES_FROM) paintName(context, x + WIDE + 6, y, id, palette, occupancy);
}

function inkOf(state: MapCabinet['state'], palette: MapPalette): string {
  if (state === 'silent') return palette.stale;
  return state === 'ok' ? palette.label : palette.fault;
}
