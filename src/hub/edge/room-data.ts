import { Soon } from '../../node/soon.ts';
import { type Listed, type Listing, listingTopic } from '../../shared/wire/listing.ts';
import type { RoomKind, RoomValue } from '../../shared/wire/room-data.ts';
import { topics } from '../../shared/wire/topic.ts';

/**
 * What each kind's listing may cost a seat on the average: 1 byte/ms. A listing of n entries is n ids long; told at each
 * new entry it would grow with the square, and 2,500 entries that came at 4 a second were 34 MB/s to 75 seats.
 */
const LISTING_BYTES_PER_MS = 1;

/** Takes a topic and what the broker shall retain there; an empty text takes it away. */
export type Retain = (topic: string, payload: string) => void;

/**
 * What this hub retains for seats that changes while it runs. Before the link is there it is only gathered; what is
 * not put by the time the broker is put in order is taken away from it.
 */
export class RoomData {
  readonly #values = new Map<Listed, Map<string, string>>();
  readonly #listings = new Map<Listed, Soon>();
  #retain: Retain | undefined;

  /** @param kinds each is listed from the start, so that seats forget what an earlier hub had */
  constructor(kinds: readonly RoomKind[]) {
    for (const kind of kinds) this.#values.set(kind, new Map());
    for (const kind of kinds) this.#listings.set(kind, this.#paced(kind));
  }

  /** From now on each change is told. @returns topic → payload of what there is, listings before entries */
  follow(retain: Retain): ReadonlyMap<string, string> {
    this.#retain = retain;
    const wanted = new Map<string, string>();
    for (const kind of this.#values.keys()) wanted.set(listingTopic(kind), this.#listing(kind));
    for (const [kind, values] of this.#values)
      for (const [id, payload] of values) wanted.set(topics.data(kind, id), payload);
    return wanted;
  }

  put<K extends RoomKind>(kind: K, value: RoomValue<K>): void {
    const { id } = value as { readonly id: string };
    const payload = JSON.stringify(value);
    const values = this.#of(kind);
    const before = values.get(id);
    if (before === payload) return;
    values.set(id, payload);
    this.#retain?.(topics.data(kind, id), payload);
    if (before === undefined) this.#listings.get(kind)?.ask();
  }

  remove(kind: RoomKind, id: string): void {
    if (!this.#of(kind).delete(id)) return;
    this.#retain?.(topics.data(kind, id), '');
    this.#listings.get(kind)?.ask();
  }

  /** Tells no more listings. */
  close(): void {
    for (const listing of this.#listings.values()) listing.close();
  }

  /**
   * The listing of a kind, after its entries and seldom if it is long. Who comes meanwhile hears the entries themselves,
   * which count for more; it is for what was taken away while they were not there.
   */
  #paced(kind: Listed): Soon {
    let bytes = 0;
    const tell = () => {
      const listing = this.#listing(kind);
      bytes = listing.length;
      this.#retain?.(listingTopic(kind), listing);
    };
    return new Soon(tell, { gapMs: () => bytes / LISTING_BYTES_PER_MS });
  }

  #of(kind: Listed): Map<string, string> {
    const values = this.#values.get(kind) ?? new Map<string, string>();
    this.#values.set(kind, values);
    return values;
  }

  #listing(kind: Listed): string {
    return JSON.stringify({ v: 1, ids: [...this.#of(kind).keys()] } satisfies Listing);
  }
}
