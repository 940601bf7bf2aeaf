import { join, resolve } from 'node:path';
import { type DemoCamera, demoCameras } from '../../src/city/cameras/catalogue.ts';
import { type CameraFarm, startCameraFarm } from '../../src/city/cameras/farm/farm.ts';
import { prepareLoops } from '../../src/city/cameras/loops/prepare.ts';
import type { Camera } from '../../src/shared/camera/model.ts';

/** Kept between runs: only the first one on a machine draws and encodes. */
const CACHE = resolve(import.meta.dirname, '../../.cache/test-cameras');

/** Real H.264 as the demo's, but short and small, so that a fresh clone has it within seconds. */
const FORMAT = {
  seconds: 4,
  main: { width: 640, height: 360, framesPerSecond: 25, bitRate: 600, level: '3.0' },
  sub: { width: 320, height: 180, framesPerSecond: 12, bitRate: 200, level: '1.3' },
} as const;

/** Starts a real camera farm with the first cameras of the demo city. */
export async function startTestCameras(count: number): Promise<CameraFarm> {
  const cameras = demoCameras.slice(0, count);
  const loops = await prepareLoops({ folder: join(CACHE), cameras, format: FORMAT });
  return startCameraFarm({ host: '127.0.0.1', port: 0, loops });
}

/** @returns a demo camera as a catalogue names it, its stream at `origin` */
export function catalogued(
  { id, name, domain, position, azimuth, fieldOfView, range }: DemoCamera,
  origin: string,
  path = `/${id}/index.m3u8`,
): Camera {
  return { v: 1, id, name, domain, position, azimuth, fieldOfView, range, streams: [{ origin, path }] };
}

export { type DemoCamera, demoCameras };
