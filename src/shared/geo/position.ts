import { z } from 'zod';

/** GeoJSON position, WGS 84: [longitude, latitude] in degrees. */
export const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).readonly();
export type Position = z.infer<typeof Position>;

const EARTH_RADIUS_M = 6_371_008.8; // mean radius R1 of WGS 84
/** How long a degree of latitude is, and one of longitude at the equator, m. */
export const DEGREE_M = (EARTH_RADIUS_M * Math.PI) / 180;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine; exact enough for a city: 0.5 %). */
export function distance([lonA, latA]: Position, [lonB, latB]: Position): number {
  const dLat = rad(latB - latA);
  const dLon = rad(lonB - lonA);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(latA)) * Math.cos(rad(latB)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
}
