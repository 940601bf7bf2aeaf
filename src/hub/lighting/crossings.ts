import { Crossing } from '../../shared/crossing/model.ts';
import { readEntries } from '../edge/inventory-file.ts';
import type { Db, Tx } from '../store/tables.ts';

/** A statement may bind only so many values. */
const AT_ONCE = 300;

/** A crossing that an inventory has listed; `gone` where the latest no longer does. */
export interface ListedCrossing {
  readonly crossing: Crossing;
  readonly gone: boolean;
}

/** All that were ever listed, in order of id. */
export async function readListedCrossings(db: Db): Promise<readonly ListedCrossing[]> {
  const rows = await db.selectFrom('crossing').select(['json', 'gone']).orderBy('id').execute();
  return rows.map(({ json, gone }) => ({ crossing: JSON.parse(json) as Crossing, gone: gone !== '' }));
}

/** The pedestrian crossings of the city, as the inventory lists them. */
export async function readCrossings(db: Db): Promise<readonly Crossing[]> {
  const rows = await db.selectFrom('crossing').select('json').where('gone', '=', '').orderBy('id').execute();
  return rows.map(({ json }) => JSON.parse(json) as Crossing);
}

/** Puts these in the place of all that are there. */
export async function keepCrossings(tx: Tx, crossings: readonly Crossing[]): Promise<void> {
  await tx.deleteFrom('crossing').execute();
  for (let i = 0; i < crossings.length; i += AT_ONCE) {
    const rows = crossings
      .slice(i, i + AT_ONCE)
      .map((one) => ({ id: one.id, json: JSON.stringify(one), gone: '' }));
    await tx.insertInto('crossing').values(rows).execute();
  }
}

/** The crossings of a file, each once: the first of two with one id counts. @throws ConfigError */
export const crossingsIn = (file: string): readonly Crossing[] => [
  ...new Map(
    readEntries(file, 'crossings', Crossing)
      .toReversed()
      .map((crossing) => [crossing.id, crossing]),
  ).values(),
];
