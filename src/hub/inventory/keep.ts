import type { Circuit } from '../../shared/lamp/supply.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { journalize } from '../journal/journalize.ts';
import { keepSupply, readCabinets } from '../lighting/cabinets.ts';
import { keepDistrict, keepStreets, readDistricts, readStreets } from '../lighting/inventory.ts';
import type { Db } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';
import type { City } from './plan/city.ts';
import type { ImportReport } from './plan/report.ts';

const parsed = <T>(rows: readonly { readonly json: string }[]): readonly T[] =>
  rows.map(({ json }) => JSON.parse(json) as T);

/** The city as the store has it. */
export async function readCity(db: Db): Promise<City> {
  const circuits = await db.selectFrom('circuit').select('json').orderBy('id').execute();
  return {
    districts: await readDistricts(db),
    streets: await readStreets(db),
    cabinets: await readCabinets(db),
    circuits: parsed<Circuit>(circuits),
  };
}

/** Writes what an import changed, and that it did, into the journal, in the one transaction of `unit`. */
export async function keepCity(
  unit: Unit,
  before: City,
  after: City,
  report: ImportReport,
  at: Instant,
): Promise<void> {
  const { tx } = unit;
  const same = new Set(before.districts);
  for (const district of after.districts) if (!same.has(district)) await keepDistrict(tx, district, at);
  if (after.streets !== before.streets) await keepStreets(tx, after.streets);
  if (after.cabinets !== before.cabinets) await keepSupply(tx, 'cabinet', after.cabinets);
  if (after.circuits !== before.circuits) await keepSupply(tx, 'circuit', after.circuits);
  const { added, removed, moved, changed, rehoused } = report.lamps;
  await journalize(unit, {
    at,
    action: 'inventory.imported',
    payload: {
      files: report.sources.map(({ file }) => file),
      lamps: report.lamps.after,
      added: added.length,
      removed: removed.length,
      moved: moved.length,
      changed: changed.length,
      rehoused: rehoused.length,
    },
  });
}
