import { Camera } from '../../shared/camera/model.ts';
import { playableUrl, type UrlRefusal } from '../../shared/camera/playable-url.ts';
import type { CameraId } from '../../shared/ids.ts';
import { readEntries } from '../edge/file.ts';
import type { Store } from '../store/store.ts';

export interface Catalogue {
  readonly cameras: ReadonlyMap<CameraId, Camera>;
  /** what was left out and why, in words for the log */
  readonly refused: readonly string[];
}

const WHY: Readonly<Record<UrlRefusal, string>> = {
  malformed: 'is no origin (scheme, host and port only)',
  scheme: 'is neither http nor https',
  userinfo: 'carries a user or a password',
  insecure: 'is http to another machine: video is https outside loopback',
  origin: 'is no origin',
  path: 'has a path that servers could read differently',
};

/** Cameras that seats can be told of: without the streams that no seat would ever play. */
export function playable(declared: readonly Camera[]): Catalogue {
  const cameras = new Map<CameraId, Camera>();
  const refused: string[] = [];
  for (const camera of declared) {
    if (cameras.has(camera.id)) {
      refused.push(`camera ${camera.id} is there twice: the first one counts`);
      continue;
    }
    const streams = camera.streams.filter((stream, i) => {
      const url = playableUrl(stream, [stream.origin]);
      // The address itself is not quoted: it may hold a password.
      if (!url.ok) refused.push(`camera ${camera.id}: stream ${i + 1} ${WHY[url.reason]}`);
      return url.ok;
    });
    if (streams.length === 0) refused.push(`camera ${camera.id} has no stream left and is left out`);
    else cameras.set(camera.id, { ...camera, streams });
  }
  return { cameras, refused };
}

/**
 * Brings the stored catalogue to what the file says; without a file the stored one stays.
 * @throws ConfigError @throws StorageError
 */
export async function importCameras(store: Store, file: string | undefined): Promise<Catalogue> {
  if (file === undefined) {
    const rows = await store.db.selectFrom('camera').select('json').execute();
    return playable(rows.map(({ json }) => Camera.parse(JSON.parse(json))));
  }
  const catalogue = playable(readEntries(file, 'cameras', Camera));
  await store.write(async ({ tx }) => {
    await tx.deleteFrom('camera').execute();
    for (const camera of catalogue.cameras.values())
      await tx
        .insertInto('camera')
        .values({ id: camera.id, json: JSON.stringify(camera) })
        .execute();
  });
  return catalogue;
}
