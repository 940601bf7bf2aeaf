import { seesPlace } from '../../../shared/camera/sight.ts';
import { distance, type Position } from '../../../shared/geo/position.ts';
import type { CameraEntry } from '../../../shared/ipc/model.ts';

/** Beyond this no camera is proposed, m. */
const FARTHEST = 600;

export interface CamerasNear {
  /** that look at the place, nearest first */
  readonly seeing: readonly CameraEntry[];
  /** that stand near and look elsewhere: they play for nobody who has not asked for them */
  readonly others: readonly CameraEntry[];
}

/** The cameras to offer for a place, so many in all. */
export function camerasNear(cameras: readonly CameraEntry[], place: Position, most: number): CamerasNear {
  const near = cameras
    .map((camera) => ({ camera, far: distance(camera.position, place) }))
    .filter(({ far }) => far <= FARTHEST)
    .toSorted((a, b) => a.far - b.far)
    .map(({ camera }) => camera);
  const [seeing, others] = [true, false].map((sees) =>
    near.filter((each) => seesPlace(each, place) === sees),
  );
  return { seeing: seeing!.slice(0, most), others: others!.slice(0, Math.max(0, most - seeing!.length)) };
}
