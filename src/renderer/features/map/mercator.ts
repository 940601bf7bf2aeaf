export { latOf, lonOf, mercatorX, mercatorY } from '../../../shared/geo/mercator.ts';

const EQUATOR_M = 40_075_016.686;

/** Metres on the ground for one screen pixel, at a zoom and a latitude. */
export const metresPerPixel = (zoom: number, lat: number): number =>
  (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** zoom);
