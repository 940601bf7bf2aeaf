import { setImmediate } from 'node:timers/promises';
import type { Crossing } from '../../shared/crossing/model.ts';
import type { Streets } from '../../shared/geo/streets.ts';
import type { DistrictId } from '../../shared/ids.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import type { Cabinet } from '../../shared/lamp/supply.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { Retain } from '../edge/room-data.ts';
import type { Store } from '../store/store.ts';
import { readCabinets } from './cabinets.ts';
import { readCrossings } from './crossings.ts';
import { type Inventory, importCount, isLit } from './inventory.ts';

export interface LiveInventoryOptions extends Inventory {
  readonly store: Pick<Store, 'db'>;
  /** whoever looks at lamps makes ready for these; `redrawn`: streets are others too. @returns goes over to them */
  readonly refit: (inventory: Inventory, redrawn: boolean) => Promise<() => Promise<void>>;
}

/** What an import replaces whole. */
interface Lists {
  readonly imports: number;
  readonly streets: ReadonlyMap<string, string>;
  readonly cabinets: readonly Cabinet[];
  readonly crossings: readonly Crossing[];
}

/**
 * The lamps and streets of the room as the store has them, at the broker and in this hub alike, while they are changed.
 * Of the store only what differs is read: a whole city is some megabytes.
 */
export class LiveInventory {
  readonly #on: LiveInventoryOptions;
  /** in the order of the districts */
  #lit: ReadonlyMap<DistrictId, Dictionary>;
  /** versions of all districts, those too in which no lamp stands */
  #versions: ReadonlyMap<string, number>;
  #streets: readonly Streets[];
  #lists: Lists;
  #retain: Retain | undefined;
  /** one after the other: what is read later must not be overtaken */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: LiveInventoryOptions) {
    this.#on = options;
    const { dictionaries, streets, cabinets, crossings } = options;
    this.#lit = new Map(dictionaries.map((one) => [one.district, one]));
    this.#versions = new Map(dictionaries.map(({ district, dictVersion }) => [district, dictVersion]));
    this.#streets = streets;
    const graphs = new Map(streets.map((graph) => [graph.district, JSON.stringify(graph)]));
    // How many imports this is after is not known here: the first refresh reads what they replace, and finds it the same.
    this.#lists = { imports: -1, streets: graphs, cabinets, crossings };
  }

  /** From now on each change is told. @returns topic → payload of what there is */
  follow(retain: Retain): ReadonlyMap<string, string> {
    this.#retain = retain;
    return new Map([
      ...[...this.#lists.streets].map(([district, json]) => [topics.streets(district), json] as const),
      ...[...this.#lit].map(([id, one]) => [topics.dictionary(id), JSON.stringify(one)] as const),
    ]);
  }

  /** The store has been written to: what differs is taken over. @throws StorageError */
  refresh(): Promise<void> {
    const next = this.#turn.then(() => this.#take());
    this.#turn = next.catch(() => {});
    return next;
  }

  async #take(): Promise<void> {
    // All is read before anything is taken: where the store fails, the next refresh finds the same difference.
    const { lit, versions, changed } = await this.#readDistricts();
    const lists = await this.#readLists();
    const gone = [...this.#lit.keys()].filter((id) => !lit.has(id));
    const isSame = changed.length === 0 && gone.length === 0 && lists === this.#lists;
    this.#lit = lit;
    this.#versions = versions;
    if (isSame) return;
    const redrawn = this.#takeLists(lists);
    const { cabinets, crossings } = lists;
    const dictionaries = [...lit.values()];
    const goOver = await this.#on.refit(
      { dictionaries, streets: this.#streets, cabinets, crossings },
      redrawn,
    );
    // Dictionaries before frames, and close before them: a seat can't apply a frame of other lamps than it knows.
    for (const { district, json } of changed) {
      this.#retain?.(topics.dictionary(district), json);
      await setImmediate();
    }
    for (const district of gone) this.#retain?.(topics.dictionary(district), '');
    await goOver();
    for (const district of gone) this.#retain?.(topics.districtFull(district), '');
  }

  async #readDistricts() {
    const { db } = this.#on.store;
    const there = await db
      .selectFrom('dictionary')
      .select(['district', 'dict_version'])
      .orderBy('district')
      .execute();
    const lit = new Map<DistrictId, Dictionary>();
    const changed: { readonly district: DistrictId; readonly json: string }[] = [];
    for (const { district, dict_version } of there) {
      const id = district as DistrictId;
      const before = this.#lit.get(id);
      if (this.#versions.get(district) === dict_version) {
        if (before !== undefined) lit.set(id, before);
        continue;
      }
      const { json } = await db
        .selectFrom('dictionary')
        .select('json')
        .where('district', '=', district)
        .executeTakeFirstOrThrow();
      const dictionary = JSON.parse(json) as Dictionary;
      // A whole city's are much: commands and reports have their turn between districts.
      await setImmediate();
      if (!isLit(dictionary)) continue;
      lit.set(id, dictionary);
      changed.push({ district: id, json });
    }
    const versions = new Map(there.map(({ district, dict_version }) => [district, dict_version]));
    return { lit, versions, changed };
  }

  /** @returns those that are known, where there was no import since they were read */
  async #readLists(): Promise<Lists> {
    const { db } = this.#on.store;
    const imports = await importCount(db);
    if (imports === this.#lists.imports) return this.#lists;
    const rows = await db.selectFrom('streets').select(['district', 'json']).orderBy('district').execute();
    const streets = new Map(rows.map(({ district, json }) => [district, json]));
    return { imports, streets, cabinets: await readCabinets(db), crossings: await readCrossings(db) };
  }

  /** @returns whether any street differs */
  #takeLists(next: Lists): boolean {
    const before = this.#lists.streets;
    this.#lists = next;
    const changed = [...next.streets].filter(([district, json]) => before.get(district) !== json);
    const gone = [...before.keys()].filter((district) => !next.streets.has(district));
    if (changed.length === 0 && gone.length === 0) return false;
    for (const [district, json] of changed) this.#retain?.(topics.streets(district), json);
    for (const district of gone) this.#retain?.(topics.streets(district), '');
    this.#streets = [...next.streets.values()].map((json) => JSON.parse(json) as Streets);
    return true;
  }
}
