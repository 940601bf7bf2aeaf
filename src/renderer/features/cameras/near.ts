import { seesPlace } from '../../../shared/camera/sight.ts';
import { distance, type Position } from '../../../shared/geo/position.ts';
import type { CameraEntry } from '../../../shared/ipc/model.ts';

/** Beyond this no camera is proposed, m. */
const FARTHEST = 600;

/** The cameras to offer for a place: those that look at it first, then the nearest. */
export function camerasNear(
  cameras: readonly CameraEntry[],
  place: Position,
  most: number,
): readonly CameraEntry[] {
  return cameras
    .map((camera) => ({ camera, far: distance(camera.position, place), sees: seesPlace(camera, place) }))
    .filter(({ far }) => far <= FARTHEST)
    .toSorted((a, b) => Number(b.sees) - Number(a.sees) || a.far - b.far)
    .slice(0, most)
    .map(({ camera }) => camera);
}
