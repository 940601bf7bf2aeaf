import type { Position } from '../../../shared/geo/position.ts';
import type { RefusalKind } from '../finding.ts';
import type { Mapping, Place } from '../mapping.ts';
import { pointOf } from './geometry.ts';
import { type Crs, toWgs84 } from './projection.ts';
import type { Row } from './row.ts';

export type Within = Mapping['within'];

const inside = (place: Position | undefined, [west, south, east, north]: Within): place is Position =>
  place !== undefined && place[0] >= west && place[0] <= east && place[1] >= south && place[1] <= north;

/** The place of a row in WGS 84, or why it has none that can be. */
export function placeOf(
  row: Row,
  place: Place | undefined,
  crs: Crs,
  within: Within,
): { readonly position: Position } | { readonly kind: RefusalKind; readonly detail?: string } {
  const xy = pointOf(row, place);
  if (xy === undefined) return { kind: 'noPlace' };
  const [x, y] = xy;
  const detail = `${x} ${y}`;
  if (Math.abs(x) < 0.001 && Math.abs(y) < 0.001) return { kind: 'zeroPlace', detail };
  const position = toWgs84(crs, x, y);
  if (inside(position, within)) return { position };
  return { kind: inside(toWgs84(crs, y, x), within) ? 'swapped' : 'outside', detail };
}
