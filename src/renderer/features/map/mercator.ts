import type { Box } from '../../../shared/geo/box.ts';
import type { Ring } from '../../../shared/geo/in-polygon.ts';
import { mercatorX, mercatorY } from '../../../shared/geo/mercator.ts';

export { latOf, lonOf, mercatorX, mercatorY } from '../../../shared/geo/mercator.ts';

const EQUATOR_M = 40_075_016.686;

/** Metres on the ground for one screen pixel, at a zoom and a latitude. */
export const metresPerPixel = (zoom: number, lat: number): number =>
  (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** zoom);

/** The corners of a part of the map. */
export function ringOf([west, south, east, north]: Box): Ring {
  const [left, right, bottom, top] = [mercatorX(west), mercatorX(east), mercatorY(south), mercatorY(north)];
  return [left, bottom, right, bottom, right, top, left, top];
}
