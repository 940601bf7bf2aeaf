import { GROUND, Ground, type GroundArea } from '../../shared/geo/ground.ts';
import { topics } from '../../shared/wire/topic.ts';
import { readOwn } from '../disk/read-own.ts';
import type { CityStore } from '../lamps/city-store.ts';
import { digestOf } from '../lamps/digest.ts';
import type { Room } from '../link/room.ts';

const LAYER = 'ground';

/** Water, parks and railways for the base map, from the hub's retained message or the disk. */
export class GroundMap {
  #areas: GroundArea[] = [];
  readonly #unlisten: () => void;

  constructor(room: Room, store: CityStore, onChange: (areas: GroundArea[]) => void) {
    const [kept] = store.layers(LAYER);
    if (kept !== undefined) this.#areas = readOwn<Ground>(kept.body)?.areas ?? [];
    let known = kept?.digest;
    this.#unlisten = room.listenBytes(topics.data(GROUND.kind, GROUND.id), 1, (topic, bytes) => {
      if (bytes.byteLength === 0) {
        if (known === undefined) return;
        known = undefined;
        this.#areas = [];
        store.removeLayer(LAYER, GROUND.id);
        return onChange([]);
      }
      const digest = digestOf(bytes);
      if (digest === known) return;
      const payload = room.decode(topic, bytes);
      const ground = payload === undefined ? undefined : room.parse(topic, Ground, payload);
      if (ground === undefined) return;
      known = digest;
      this.#areas = ground.areas;
      store.saveLayer(LAYER, { id: GROUND.id, body: JSON.stringify(ground), digest });
      onChange(ground.areas);
    });
  }

  close(): void {
    this.#unlisten();
  }

  areas(): GroundArea[] {
    return this.#areas;
  }
}
