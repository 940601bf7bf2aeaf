import { Streets } from '../../shared/geo/streets.ts';
import { filters, idsOf } from '../../shared/wire/topic.ts';
import type { CityStore, Layer } from '../lamps/city-store.ts';
import { digestOf } from '../lamps/digest.ts';
import type { Room } from '../link/room.ts';

const LAYER = 'streets';

/** The streets of the city as a graph, district by district, from the hub's retained messages or the disk. */
export class StreetMap {
  readonly #room: Room;
  readonly #store: CityStore;
  readonly #onChange: (streets: string) => void;
  readonly #districts = new Map<string, Layer>();
  readonly #unlisten: () => void;

  constructor(room: Room, store: CityStore, onChange: (streets: string) => void) {
    this.#room = room;
    this.#store = store;
    this.#onChange = onChange;
    for (const known of store.layers(LAYER)) this.#districts.set(known.id, known);
    this.#unlisten = room.listenBytes(filters.streets, 1, (topic, bytes) => this.#hear(topic, bytes));
  }

  close(): void {
    this.#unlisten();
  }

  /** Each district's `Streets` as JSON text: only a window has a use for the objects. */
  all(): readonly string[] {
    return [...this.#districts.values()].map(({ body }) => body);
  }

  #hear(topic: string, bytes: Uint8Array): void {
    const [id] = idsOf(filters.streets, topic) ?? [];
    if (bytes.byteLength === 0) return void this.#remove(id ?? '');
    const digest = digestOf(bytes);
    if (this.#districts.get(id ?? '')?.digest === digest) return;
    const payload = this.#room.decode(topic, bytes);
    const body = payload === undefined ? undefined : this.#room.parse(topic, Streets, payload);
    if (body === undefined) return;
    if (body.district !== id) {
      this.#room.reject(topic, 'district', "streets on another's topic", 'district');
      return;
    }
    const layer: Layer = { id, body: JSON.stringify(body), digest };
    this.#districts.set(id, layer);
    this.#store.saveLayer(LAYER, layer);
    this.#onChange(layer.body);
  }

  /** Windows hear of a district without streets. */
  #remove(id: string): void {
    if (!this.#districts.delete(id)) return;
    this.#store.removeLayer(LAYER, id);
    const none: Streets = {
      v: 1,
      district: id as Streets['district'],
      type: 'FeatureCollection',
      features: [],
    };
    this.#onChange(JSON.stringify(none));
  }
}
