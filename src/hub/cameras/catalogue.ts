import { z } from 'zod';
import { Camera } from '../../shared/camera/model.ts';
import { playableUrl, StreamPlace, type UrlRefusal } from '../../shared/camera/playable-url.ts';
import type { CameraId } from '../../shared/ids.ts';
import { readEntries } from '../edge/inventory-file.ts';
import type { Store } from '../store/store.ts';

/** As inventories have it: a stream whose address is nothing at all costs no more than that stream. */
const Declared = Camera.extend({
  streams: z.array(z.object({ origin: z.string().catch(''), path: z.string().catch('') })).max(100),
});
type Declared = z.infer<typeof Declared>;

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

/** Why no seat would play it, whatever its configuration says. */
function refusalOf(stream: StreamPlace): UrlRefusal | undefined {
  const url = playableUrl(stream, [stream.origin]);
  if (!url.ok) return url.reason;
  const length = StreamPlace.safeParse(stream).error?.issues[0]?.path[0];
  return length === undefined ? undefined : length === 'path' ? 'path' : 'malformed';
}

/**
 * Cameras as seats are told of them: without the streams that no seat would ever play, and where none is left with
 * the reason, so that the operator sees a camera that says why it shows nothing.
 */
export function playable(declared: readonly Declared[]): Catalogue {
  const cameras = new Map<CameraId, Camera>();
  const refused: string[] = [];
  for (const { unplayable, ...camera } of declared) {
    if (cameras.has(camera.id)) {
      refused.push(`camera ${camera.id} is there twice: the first one counts`);
      continue;
    }
    const reasons: UrlRefusal[] = [];
    const streams = camera.streams.filter((stream, i) => {
      const reason = refusalOf(stream);
      if (reason === undefined) return true;
      // The address itself is not quoted: it may hold a password.
      refused.push(`camera ${camera.id}: stream ${i + 1} ${WHY[reason]}`);
      reasons.push(reason);
      return false;
    });
    if (streams.length > 0) cameras.set(camera.id, { ...camera, streams: streams.slice(0, 8) });
    else {
      const [why = unplayable ?? 'malformed'] = reasons;
      refused.push(`camera ${camera.id} has no stream left: seats show it and say why it does not play`);
      cameras.set(camera.id, { ...camera, streams, unplayable: why });
    }
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
  const catalogue = playable(readEntries(file, 'cameras', Declared));
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
