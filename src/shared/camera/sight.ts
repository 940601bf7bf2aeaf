import { distance, type Position } from '../geo/position.ts';
import type { Camera } from './model.ts';

/** How far a camera is taken to see where its entry doesn't say, m. */
export const USUAL_RANGE = 150;
const degrees = (radians: number) => (radians * 180) / Math.PI;

/** Bearing from one position to another, degrees clockwise from north; flat earth, good for a street. */
function bearing([lonA, latA]: Position, [lonB, latB]: Position): number {
  const east = (lonB - lonA) * Math.cos((latA * Math.PI) / 180);
  return (degrees(Math.atan2(east, latB - latA)) + 360) % 360;
}

/** Whether a place is within a camera's range and field of view; what stands between is not known. */
export function seesPlace(
  {
    position,
    azimuth,
    fieldOfView,
    range = USUAL_RANGE,
  }: Pick<Camera, 'position' | 'azimuth' | 'fieldOfView' | 'range'>,
  place: Position,
): boolean {
  if (distance(position, place) > range) return false;
  const off = Math.abs(((bearing(position, place) - azimuth + 540) % 360) - 180);
  return off <= fieldOfView / 2;
}
