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
 * @param terminal what is said can be written over; a log gets a line each ten percent
 * @throws LoopError
 */
export function readyLoops(
  { cache, count }: Cameras,
  say: (text: string) => void,
  terminal: boolean,
): Promise<readonly CameraLoops[]> {
  const cameras: readonly LoopSubject[] = demoCameras.slice(0, count);
  let told = -10;
  return prepareLoops({
    folder: cache,
    cameras,
    onProgress: ({ done, total }) => {
      const percent = Math.floor((100 * done) / total);
      if (percent < told + (terminal ? 1 : 10) && percent < 100) return;
      told = percent;
      const line = `Drawing the demo cameras (once, then kept): ${percent} %`;
      say(terminal ? `\r${line}${percent === 100 ? '\n' : ''}` : `${line}\n`);
    },
  });
}
