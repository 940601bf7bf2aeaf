import { Streets } from '../../shared/geo/streets.ts';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { readEntries } from '../edge/inventory-file.ts';
import type { Store } from '../store/store.ts';
import { mergeDictionary } from './dictionary.ts';

export interface Inventory {
  readonly dictionaries: readonly Dictionary[];
  readonly streets: readonly Streets[];
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

/**
 * Brings the stored dictionaries and street graphs to what the inventory files say; without a file the stored
 * ones stay as they are.
 * @throws ConfigError @throws StorageError
 */
export async function importInventory(
  store: Store,
  files: { readonly inventory?: string | undefined; readonly streets?: string | undefined },
  at: Instant,
): Promise<Inventory & { readonly doubles: number }> {
  const declared =
    files.inventory === undefined ? undefined : readEntries(files.inventory, 'inventory', Dictionary);
  const graphs = files.streets === undefined ? undefined : readEntries(files.streets, 'streets', Streets);
  const { districts, doubles } = withoutDoubles(declared ?? []);
  return store.write(async ({ tx }) => {
    const rows = await tx.selectFrom('dictionary').select('json').orderBy('district').execute();
    let dictionaries: readonly Dictionary[] = rows.map(({ json }) => JSON.parse(json) as Dictionary);
    if (declared !== undefined) {
      const stored = new Map(dictionaries.map((d) => [d.district, d]));
      dictionaries = districts.map((d) => mergeDictionary(stored.get(d.district), d));
      for (const dictionary of dictionaries) {
        if (stored.get(dictionary.district) === dictionary) continue;
        const row = { dict_version: dictionary.dictVersion, imported: at, json: JSON.stringify(dictionary) };
        await tx
          .insertInto('dictionary')
          .values({ district: dictionary.district, ...row })
          .onConflict((oc) => oc.column('district').doUpdateSet(row))
          .execute();
      }
      // What a district was stays in the store: should it return, its indices are still its own.
    }
    if (graphs !== undefined) {
      await tx.deleteFrom('streets').execute();
      for (const graph of graphs)
        await tx
          .insertInto('streets')
          .values({ district: graph.district, json: JSON.stringify(graph) })
          .execute();
    }
    const kept =
      graphs ??
      (await tx.selectFrom('streets').select('json').execute()).map(
        ({ json }) => JSON.parse(json) as Streets,
      );
    return { dictionaries, streets: kept, doubles };
  });
}
