import { Camera, CameraHealth } from '../../shared/camera/model.ts';
import { playableUrl } from '../../shared/camera/playable-url.ts';
import type { CameraEntry } from '../../shared/ipc/model.ts';
import { filters, idsOf } from '../../shared/wire/topic.ts';
import type { CityStore } from '../lamps/city-store.ts';
import type { Room } from '../link/room.ts';

export interface CatalogueOptions {
  readonly room: Room;
  readonly store: CityStore;
  readonly videoOrigins: readonly string[];
  readonly onChange: () => void;
}

/** The cameras of the room, from the hub's retained catalogue, with the health their gateway reports. */
export class Catalogue {
  readonly #on: CatalogueOptions;
  readonly #cameras = new Map<string, Camera>();
  readonly #health = new Map<string, CameraHealth>();
  readonly #unlisten: readonly (() => void)[];

  constructor(options: CatalogueOptions) {
    this.#on = options;
    for (const camera of options.store.cameras()) this.#cameras.set(camera.id, camera);
    this.#unlisten = [
      options.room.listen(filters.cameras, 1, (topic, payload) => this.#define(topic, payload)),
      options.room.listen(filters.cameraHealths, 1, (topic, payload) => this.#hear(topic, payload)),
    ];
  }

  close(): void {
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
    return tried.find(({ ok }) => ok) ?? tried[0]!;
  }

  #define(topic: string, payload: unknown): void {
    const [id] = idsOf(filters.cameras, topic) ?? [];
    if (id === undefined) return;
    if (payload === undefined) {
      this.#cameras.delete(id);
      this.#on.store.removeCamera(id);
      this.#on.onChange();
      return;
    }
    const camera = this.#on.room.parse(topic, Camera, payload);
    if (camera === undefined) return;
    if (camera.id !== id) {
      this.#on.room.reject(topic, 'id', `camera ${camera.id} on another's topic`, 'id');
      return;
    }
    this.#cameras.set(id, camera);
    this.#on.store.saveCamera(camera);
    this.#on.onChange();
  }

  #hear(topic: string, payload: unknown): void {
    const [id] = idsOf(filters.cameraHealths, topic) ?? [];
    const health = payload === undefined ? undefined : this.#on.room.parse(topic, CameraHealth, payload);
    if (id === undefined || health === undefined) return;
    this.#health.set(id, health);
    this.#on.onChange();
  }
}
