import { distance, type Position } from '../../../shared/geo/position.ts';
import type { CameraEntry } from '../../../shared/ipc/model.ts';

/** How far a camera is taken to see where its entry doesn't say, m. */
const USUAL_RANGE = 150;
/** Beyond this no camera is proposed, m. */
const FARTHEST = 600;
const degrees = (radians: number) => (radians * 180) / Math.PI;

/** Bearing from one position to another, degrees clockwise from north; flat earth, good for a street. */
function bearing([lonA, latA]: Position, [lonB, latB]: Position): number {
  const east = (lonB - lonA) * Math.cos((latA * Math.PI) / 180);
  return (degrees(Math.atan2(east, latB - latA)) + 360) % 360;
}

function looksAt(camera: CameraEntry, place: Position): boolean {
  if (distance(camera.position, place) > (camera.range ?? USUAL_RANGE)) return false;
  const off = Math.abs(((bearing(camera.position, place) - camera.azimuth + 540) % 360) - 180);
  return off <= camera.fieldOfView / 2;
}

/** The cameras to offer for a place: those that look at it first, then the nearest. */
export function camerasNear(
  cameras: readonly CameraEntry[],
  place: Position,
  most: number,
): readonly CameraEntry[] {
  return cameras
    .map((camera) => ({ camera, far: distance(camera.position, place), sees: looksAt(camera, place) }))
    .filter(({ far }) => far <= FARTHEST)
    .toSorted((a, b) => Number(b.sees) - Number(a.sees) || a.far - b.far)
    .slice(0, most)
    .map(({ camera }) => camera);
}
