import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { Retain } from '../edge/room-data.ts';
import type { Store } from '../store/store.ts';
import { litDistricts, readDistricts } from './inventory.ts';

export interface LiveInventoryOptions {
  readonly store: Pick<Store, 'db'>;
  /** those of the start */
  readonly dictionaries: readonly Dictionary[];
  /** whoever looks at lamps: from now on they are these */
  readonly refit: (dictionaries: readonly Dictionary[]) => void;
}

/** The lamps of the room as the store has them, at the broker and in this hub alike, while they are changed. */
export class LiveInventory {
  readonly #on: LiveInventoryOptions;
  #dictionaries: readonly Dictionary[];
  #retain: Retain | undefined;
  /** one after the other: what is read later must not be overtaken */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: LiveInventoryOptions) {
    this.#on = options;
    this.#dictionaries = options.dictionaries;
  }

  /** From now on each change is told. @returns topic → payload of what there is */
  follow(retain: Retain): ReadonlyMap<string, string> {
    this.#retain = retain;
    return new Map(
      this.#dictionaries.map((dictionary) => [
        topics.dictionary(dictionary.district),
        JSON.stringify(dictionary),
      ]),
    );
  }

  /** The store has been written to: what differs is taken over. @throws StorageError */
  refresh(): Promise<void> {
    const next = this.#turn.then(() => this.#take());
    this.#turn = next.catch(() => {});
    return next;
  }

  async #take(): Promise<void> {
    const known = new Map(this.#dictionaries.map((one) => [one.district, one]));
    const stored = litDistricts(await readDistricts(this.#on.store.db));
    const next = stored.map((one) => {
      const before = known.get(one.district);
      return before?.dictVersion === one.dictVersion ? before : one;
    });
    const changed = next.filter((one) => known.get(one.district) !== one);
    const kept = new Set(next.map(({ district }) => district));
    const gone = [...known.keys()].filter((district) => !kept.has(district));
    if (changed.length === 0 && gone.length === 0) return;
    this.#dictionaries = next;
    // Dictionaries before frames: a seat can't apply a frame of which it doesn't know the lamps.
    for (const one of changed) this.#retain?.(topics.dictionary(one.district), JSON.stringify(one));
    for (const district of gone) this.#retain?.(topics.dictionary(district), '');
    this.#on.refit(next);
  }
}
