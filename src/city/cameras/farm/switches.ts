import type { CameraFault } from './fault.ts';

/** How a camera is doing, for its health message. */
export interface CameraStatus {
  readonly id: string;
  readonly fault: CameraFault | undefined;
  readonly restarts: number;
  /** kbit/s of the main rendition. */
  readonly bitRate: number;
}

/** What can be done to the cameras of a farm, by its program or over its control path. */
export interface FarmSwitches {
  /** Makes a camera misbehave from now on; `undefined` heals it. Throws RangeError on an unknown camera. */
  setFault(cameraId: string, fault: CameraFault | undefined): void;
  /** As when a camera gateway is restarted: sequence from 0, another init, no fault. Throws RangeError. */
  restart(cameraId: string): void;
  statuses(): readonly CameraStatus[];
}
