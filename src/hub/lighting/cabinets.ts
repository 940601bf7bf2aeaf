import { Cabinet } from '../../shared/lamp/supply.ts';
import { readEntries } from '../edge/inventory-file.ts';
import type { Db, Tx } from '../store/tables.ts';

/** A statement may bind only so many values. */
const AT_ONCE = 400;

/** What lamps are fed from, as the inventory lists it. */
export async function readCabinets(db: Db): Promise<readonly Cabinet[]> {
  const rows = await db.selectFrom('cabinet').select('json').orderBy('id').execute();
  return rows.map(({ json }) => JSON.parse(json) as Cabinet);
}

/** Puts these in the place of all that are there. */
export async function keepCabinets(tx: Tx, cabinets: readonly Cabinet[]): Promise<void> {
  await tx.deleteFrom('cabinet').execute();
  for (let i = 0; i < cabinets.length; i += AT_ONCE) {
    const rows = cabinets.slice(i, i + AT_ONCE).map((one) => ({ id: one.id, json: JSON.stringify(one) }));
    await tx.insertInto('cabinet').values(rows).execute();
  }
}

/** The cabinets of a file, each once: the first of two with one id counts. @throws ConfigError */
export const cabinetsIn = (file: string): readonly Cabinet[] => [
  ...new Map(
    readEntries(file, 'cabinets', Cabinet)
      .toReversed()
      .map((cabinet) => [cabinet.id, cabinet]),
  ).values(),
];
