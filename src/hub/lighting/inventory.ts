import type { Crossing } from '../../shared/crossing/model.ts';
import { Streets } from '../../shared/geo/streets.ts';
import type { LampId } from '../../shared/ids.ts';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import type { Cabinet } from '../../shared/lamp/supply.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { readEntries } from '../edge/inventory-file.ts';
import type { Store } from '../store/store.ts';
import type { Db, Tx } from '../store/tables.ts';
import { cabinetsIn, keepCabinets, readCabinets } from './cabinets.ts';
import { crossingsIn, keepCrossings, readCrossings } from './crossings.ts';
import { mergeDictionary, type StoredDistrict } from './dictionary.ts';

export interface Inventory {
  readonly dictionaries: readonly Dictionary[];
  readonly streets: readonly Streets[];
  readonly cabinets: readonly Cabinet[];
  readonly crossings: readonly Crossing[];
}

/** The same lamp twice would be two lamps on the map: the first one counts. */
function withoutDoubles(districts: readonly Dictionary[]): {
  districts: readonly Dictionary[];
  doubles: number;
} {
  const seen = new Set<string>();
  let doubles = 0;
  const clean = districts.map((district) => ({
    ...district,
    lamps: district.lamps.filter((lamp) => {
      if (lamp === null) return true;
      if (seen.has(lamp.id)) {
        doubles += 1;
        return false;
      }
      seen.add(lamp.id);
      return true;
    }),
  }));
  return { districts: clean, doubles };
}

/** All districts that the store knows, those too of which no lamp is left: their indices are still their own. */
export async function readDistricts(db: Db): Promise<readonly StoredDistrict[]> {
  const rows = await db.selectFrom('dictionary').select(['json', 'gone']).orderBy('district').execute();
  return rows.map(storedDistrict);
}

/**
 * The district in which a lamp stands. The store looks for its id in the texts, so that a city is not parsed for one lamp.
 */
export async function districtOf(db: Db, lamp: LampId): Promise<StoredDistrict | undefined> {
  // Any letter in the place of a backslash, which not all databases take as it is: what is found too much is sorted out.
  const said = `"id":${JSON.stringify(lamp)}`.replaceAll('\\', '_');
  const rows = await db
    .selectFrom('dictionary')
    .select(['json', 'gone'])
    .where('json', 'like', `%${said}%`)
    .execute();
  return rows.map(storedDistrict).find(({ dictionary }) => dictionary.lamps.some((one) => one?.id === lamp));
}

const storedDistrict = ({ json, gone }: { json: string; gone: string }): StoredDistrict => ({
  dictionary: JSON.parse(json) as Dictionary,
  gone: new Map(JSON.parse(gone) as [LampId, number][]),
});

/** Whether a lamp stands in it: seats are told of no other. */
export const isLit = ({ lamps }: Dictionary): boolean => lamps.some((lamp) => lamp !== null);

const litDistricts = (districts: readonly StoredDistrict[]): readonly Dictionary[] =>
  districts.map(({ dictionary }) => dictionary).filter(isLit);

export async function keepDistrict(tx: Tx, { dictionary, gone }: StoredDistrict, at: Instant): Promise<void> {
  const { district, dictVersion } = dictionary;
  const row = {
    dict_version: dictVersion,
    imported: at,
    json: JSON.stringify(dictionary),
    gone: JSON.stringify([...gone]),
  };
  await tx
    .insertInto('dictionary')
    .values({ district, ...row })
    .onConflict((oc) => oc.column('district').doUpdateSet(row))
    .execute();
}

/**
 * Brings the stored dictionaries, street graphs, cabinets and crossings to what the inventory files say; without a file the stored
 * ones stay as they are.
 * @throws ConfigError @throws StorageError
 */
export async function importInventory(
  store: Store,
  files: {
    readonly inventory?: string | undefined;
    readonly streets?: string | undefined;
    readonly cabinets?: string | undefined;
    readonly crossings?: string | undefined;
  },
  at: Instant,
): Promise<Inventory & { readonly doubles: number }> {
  const declared =
    files.inventory === undefined ? undefined : readEntries(files.inventory, 'inventory', Dictionary);
  const graphs = files.streets === undefined ? undefined : readEntries(files.streets, 'streets', Streets);
  const cabinets = files.cabinets === undefined ? undefined : cabinetsIn(files.cabinets);
  const crossings = files.crossings === undefined ? undefined : crossingsIn(files.crossings);
  const { districts, doubles } = withoutDoubles(declared ?? []);
  return store.write(async ({ tx }) => {
    const known = await readDistricts(tx);
    let dictionaries = litDistricts(known);
    if (declared !== undefined) {
      const stored = new Map(known.map((one) => [one.dictionary.district, one]));
      const merged = districts.map((d) => mergeDictionary(stored.get(d.district), d));
      for (const one of merged)
        if (stored.get(one.dictionary.district) !== one) await keepDistrict(tx, one, at);
      dictionaries = merged.map(({ dictionary }) => dictionary);
    }
    if (graphs !== undefined) await keepStreets(tx, graphs);
    if (cabinets !== undefined) await keepCabinets(tx, cabinets);
    if (crossings !== undefined) await keepCrossings(tx, crossings);
    return {
      dictionaries,
      streets: graphs ?? (await readStreets(tx)),
      cabinets: cabinets ?? (await readCabinets(tx)),
      crossings: crossings ?? (await readCrossings(tx)),
      doubles,
    };
  });
}

/** Counter of imports: what only they change is as it was while it stands. */
export const IMPORTS = 'inventory-import';

/** How many imports the store has had. */
export async function importCount(db: Db): Promise<number> {
  const row = await db.selectFrom('counter').select('value').where('name', '=', IMPORTS).executeTakeFirst();
  return row?.value ?? 0;
}

export async function readStreets(db: Db): Promise<readonly Streets[]> {
  const rows = await db.selectFrom('streets').select('json').orderBy('district').execute();
  return rows.map(({ json }) => JSON.parse(json) as Streets);
}

/** Puts these in the place of all that are there. */
export async function keepStreets(tx: Tx, graphs: readonly Streets[]): Promise<void> {
  await tx.deleteFrom('streets').execute();
  for (const graph of graphs)
    await tx
      .insertInto('streets')
      .values({ district: graph.district, json: JSON.stringify(graph) })
      .execute();
}
