import type { Camera } from '../../shared/camera/model.ts';
import type { CityConfig } from '../config.ts';
import { demoCameras } from './catalogue.ts';
import type { LoopSubject } from './loops/format.ts';
import { type CameraLoops, prepareLoops } from './loops/prepare.ts';

type Cameras = NonNullable<CityConfig['cameras']>;

/** The demo cameras as a catalogue names them, streams at the city's own camera gateway. */
export function catalogueOf({ host, port, count }: Cameras): readonly Camera[] {
  const origin = `http://${host}:${port}`;
  return demoCameras.slice(0, count).map(({ id, name, domain, position, azimuth, fieldOfView, range }) => ({
    v: 1,
    id,
    name,
    domain,
    position,
    azimuth,
    fieldOfView,
    range,
    streams: [{ origin, path: `/${id}/index.m3u8` }],
  }));
}

/**
 * Draws and encodes what the cache lacks, saying how far it is.
 * @throws LoopError
 */
export function readyLoops(
  { cache, count }: Cameras,
  say: (text: string) => void,
): Promise<readonly CameraLoops[]> {
  const cameras: readonly LoopSubject[] = demoCameras.slice(0, count);
  let told = -1;
  return prepareLoops({
    folder: cache,
    cameras,
    onProgress: ({ done, total }) => {
      const percent = Math.floor((100 * done) / total);
      if (percent === told) return;
      told = percent;
      say(`\rDrawing the demo cameras (once, then kept): ${percent} %${percent === 100 ? '\n' : ''}`);
    },
  });
}
