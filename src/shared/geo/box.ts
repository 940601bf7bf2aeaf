import type { Position } from './position.ts';

/** A rectangle of the map, in the order of a GeoJSON bbox (RFC 7946, 5); none here crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export const isWithin = ([west, south, east, north]: Box, [lon, lat]: Position): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;
