import type { Position } from '../../../shared/geo/position.ts';
import type { RefusalKind } from '../finding.ts';
import type { Mapping, Place } from '../mapping.ts';
import { pointOf, shapeOf, type XY } from './geometry.ts';
import { type System, toWgs84, USUAL_CRS } from './projection.ts';
import type { Row } from './row.ts';

export type Within = Mapping['within'];

/** Why a place is none, and what in the mapping would make it one. */
export interface Misplaced {
  readonly kind: RefusalKind;
  readonly detail?: string | undefined;
  readonly mend?: string;
}

const inside = (place: Position | undefined, [west, south, east, north]: Within): place is Position =>
  place !== undefined && place[0] >= west && place[0] <= east && place[1] >= south && place[1] <= north;

/** The place of a row in WGS 84, or why it has none that can be. */
export function placeOf(
  row: Row,
  place: Place | undefined,
  system: System,
  within: Within,
): { readonly position: Position } | Misplaced {
  const xy = pointOf(row, place, system.axes);
  if (xy === undefined) return { kind: 'noPlace', detail: place === undefined ? shapeOf(row) : undefined };
  return placed(xy, place, system, within);
}

/**
 * Two numbers as a place in WGS 84. Numbers that would be one with their axes exchanged, or in another system, are found
 * out and not mended: whoever maps the file knows which it is.
 */
export function placed(
  [x, y]: XY,
  place: Place | undefined,
  { crs, axes }: System,
  within: Within,
): { readonly position: Position } | Misplaced {
  const detail = `${x} ${y}`;
  if (Math.abs(x) < 0.001 && Math.abs(y) < 0.001) return { kind: 'zeroPlace', detail };
  const position = toWgs84(crs, x, y);
  if (inside(position, within)) return { position };
  const order = axes ?? (place !== undefined && 'latLon' in place ? 'latlon' : 'lonlat');
  const turned = `axes: ${order === 'latlon' ? 'lonlat' : 'latlon'}`;
  if (inside(toWgs84(crs, y, x), within)) return { kind: 'swapped', detail, mend: turned };
  const systems = (a: number, b: number) => USUAL_CRS.filter((other) => inside(toWgs84(other, a, b), within));
  const [straight, exchanged] = [systems(x, y), systems(y, x)];
  if (straight.length > 0) return { kind: 'otherSystem', detail, mend: `crs: ${straight.join(' / ')}` };
  if (exchanged.length > 0)
    return { kind: 'otherSystem', detail, mend: `crs: ${exchanged.join(' / ')}, ${turned}` };
  return { kind: 'outside', detail };
}
