import type { Position } from './position.ts';

/** A rectangle of the map, in the order of a GeoJSON bbox (RFC 7946, 5); none here crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export const isWithin = ([west, south, east, north]: Box, [lon, lat]: Position): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** The least that holds them all; undefined of none. */
export function boxOf(positions: Iterable<Position>): Box | undefined {
  let box: [number, number, number, number] | undefined;
  for (const [lon, lat] of positions)
    box =
      box === undefined
        ? [lon, lat, lon, lat]
        : [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)];
  return box;
}
