import { GROUND, Ground, type GroundArea } from '../../shared/geo/ground.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { CityStore } from '../lamps/city-store.ts';
import type { Room } from '../link/room.ts';

/** Place among the stored streets: districts' names never begin with a slash. */
const STORED_AS = '/ground';

/** Water, parks and railways for the base map, from the hub's retained message or the disk. */
export class GroundMap {
  #areas: GroundArea[] = [];
  readonly #unlisten: () => void;

  constructor(room: Room, store: CityStore, onChange: (areas: GroundArea[]) => void) {
    const kept = store.streets().find(([id]) => id === STORED_AS)?.[1];
    if (kept !== undefined) this.#areas = Ground.parse(kept).areas;
    this.#unlisten = room.listen(topics.data(GROUND.kind, GROUND.id), 1, (topic, payload) => {
      const ground = payload === undefined ? undefined : room.parse(topic, Ground, payload);
      if (ground === undefined) return;
      this.#areas = ground.areas;
      store.saveStreets(STORED_AS, ground);
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
