import { Soon } from '../../node/soon.ts';
import { Camera, CameraHealth } from '../../shared/camera/model.ts';
import { playableUrl } from '../../shared/camera/playable-url.ts';
import type { CameraEntry } from '../../shared/ipc/model.ts';
import { filters, idsOf } from '../../shared/wire/topic.ts';
import type { CityStore } from '../lamps/city-store.ts';
import { hearListing } from '../link/listing.ts';
import type { Room } from '../link/room.ts';

/** At start some hundreds come at once: windows are told of them together. */
const TELL_MS = 50;
/** Hundreds of cameras say how they are every few seconds: the whole list goes to windows no more often than this. */
const HEALTH_MS = 500;
/** Health may come before the camera; a gateway that invents ids must not fill the memory. */
const MAX_UNKNOWN = 2_000;

export interface CatalogueOptions {
  readonly room: Room;
  readonly store: Pick<CityStore, 'cameras' | 'saveCamera' | 'removeCamera'>;
  readonly videoOrigins: readonly string[];
  readonly onChange: () => void;
}

/** The cameras of the room, from the hub's retained catalogue, with the health their gateway reports. */
export class Catalogue {
  readonly #on: CatalogueOptions;
  readonly #cameras = new Map<string, Camera>();
  readonly #health = new Map<string, CameraHealth>();
  readonly #told: Soon;
  readonly #unlisten: readonly (() => void)[];

  constructor(options: CatalogueOptions) {
    this.#on = options;
    this.#told = new Soon(options.onChange, { waitMs: TELL_MS, gapMs: HEALTH_MS });
    for (const camera of options.store.cameras()) this.#cameras.set(camera.id, camera);
    this.#unlisten = [
      options.room.listen(filters.cameras, 1, (topic, payload) => this.#define(topic, payload)),
      hearListing(options.room, 'camera', (listed) => this.#keepOnly(listed)),
      options.room.listen(filters.cameraHealths, 1, (topic, payload) => this.#hear(topic, payload)),
    ];
  }

  close(): void {
    this.#told.close();
    for (const unlisten of this.#unlisten) unlisten();
  }

  get(id: string): Camera | undefined {
    return this.#cameras.get(id);
  }

  entries(): readonly CameraEntry[] {
    return [...this.#cameras.values()].map((camera) => {
      const health = this.#health.get(camera.id);
      const playable = this.playable(camera);
      return {
        ...camera,
        ...(health === undefined ? {} : { health }),
        ...(playable.ok ? {} : { refused: playable.reason }),
      };
    });
  }

  /** The first stream of a camera that this seat's configuration lets it play. */
  playable(camera: Camera): ReturnType<typeof playableUrl> {
    const tried = camera.streams.map((stream) => playableUrl(stream, this.#on.videoOrigins));
    return tried.find(({ ok }) => ok) ?? tried[0] ?? { ok: false, reason: camera.unplayable ?? 'malformed' };
  }

  #define(topic: string, payload: unknown): void {
    const [id] = idsOf(filters.cameras, topic) ?? [];
    if (payload === undefined) return void this.#remove(id ?? '');
    const camera = this.#on.room.parse(topic, Camera, payload);
    if (camera === undefined) return;
    if (camera.id !== id) return void this.#on.room.reject(topic, 'id', "a camera on another's topic", 'id');
    const playable = this.playable(camera);
    // It stays in the catalogue, unplayable, and IT finds out why.
    if (!playable.ok)
      this.#on.room.reject(topic, 'streams', `no stream may be played: ${playable.reason}`, 'streams');
    this.#cameras.set(id, camera);
    this.#on.store.saveCamera(camera);
    this.#told.ask();
  }

  #keepOnly(listed: ReadonlySet<string>): void {
    for (const id of this.#cameras.keys()) if (!listed.has(id)) this.#remove(id);
  }

  #remove(id: string): void {
    if (!this.#cameras.delete(id)) return;
    this.#health.delete(id);
    this.#on.store.removeCamera(id);
    this.#told.ask();
  }

  #hear(topic: string, payload: unknown): void {
    const [id] = idsOf(filters.cameraHealths, topic) ?? [];
    if (payload === undefined) return void this.#health.delete(id ?? '');
    const health = this.#on.room.parse(topic, CameraHealth, payload);
    if (health === undefined) return;
    if (id === undefined)
      return void this.#on.room.reject(topic, 'topic', 'an id that is not percent-encoded');
    if (this.#cameras.has(id)) this.#told.ask();
    else if (!this.#health.has(id) && this.#health.size >= this.#cameras.size + MAX_UNKNOWN)
      return void this.#on.room.reject(
        topic,
        'unknown-camera',
        'health of too many cameras that are not known',
      );
    this.#health.set(id, health);
  }
}
