import { Streets } from '../../shared/geo/streets.ts';
import { filters } from '../../shared/wire/topic.ts';
import type { CityStore } from '../lamps/city-store.ts';
import type { Room } from '../link/room.ts';

/** The streets of the city as a graph, district by district, from the hub's retained messages or the disk. */
export class StreetMap {
  readonly #districts = new Map<string, Streets>();
  readonly #unlisten: () => void;

  constructor(room: Room, store: CityStore, onChange: (streets: Streets) => void) {
    for (const [id, body] of store.streets())
      if (!id.startsWith('/')) this.#districts.set(id, Streets.parse(body));
    this.#unlisten = room.listen(filters.streets, 1, (topic, payload) => {
      const streets = room.parse(topic, Streets, payload);
      if (streets === undefined) return;
      this.#districts.set(streets.district, streets);
      store.saveStreets(streets.district, streets);
      onChange(streets);
    });
  }

  close(): void {
    this.#unlisten();
  }

  all(): readonly Streets[] {
    return [...this.#districts.values()];
  }
}
