import { spanOf } from '../../shared/energy/reference-night.ts';
import { type EnergySums, packed, total, unpacked } from '../../shared/energy/sums.ts';
import { type Day, dayOf } from '../../shared/lighting/local-time.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import type { Db, Tx } from '../store/tables.ts';
import type { StreetSums } from './counter.ts';

/** Later than whatever is kept, in the form that it is compared in. */
const LATEST_MS = Date.UTC(9_999, 0);
const LATEST_DAY = '9999-01-01' as Day;

interface Kept {
  readonly district: string;
  readonly whole: string;
  readonly streets: string;
}

const sumsOf = (json: string): EnergySums => unpacked(JSON.parse(json) as number[]);
const streetsOf = (json: string): Map<string, EnergySums> =>
  new Map(
    Object.entries(JSON.parse(json) as Record<string, number[]>).map(([name, said]) => [
      name,
      unpacked(said),
    ]),
  );

/** The sums of both, street by street. */
export function together(a: StreetSums, b: StreetSums): StreetSums {
  const out = new Map([...a].map(([district, streets]) => [district, new Map(streets)]));
  for (const [district, streets] of b) {
    const into = out.get(district) ?? new Map<string, EnergySums>();
    out.set(district, into);
    for (const [street, sums] of streets) {
      const before = into.get(street);
      into.set(street, before === undefined ? sums : total([before, sums]));
    }
  }
  return out;
}

const rowsOf = (sums: StreetSums): readonly Kept[] =>
  [...sums].map(([district, streets]) => ({
    district,
    whole: JSON.stringify(packed(total(streets.values()))),
    streets: JSON.stringify(Object.fromEntries([...streets].map(([name, of]) => [name, packed(of)]))),
  }));

const readBack = (rows: readonly Kept[]): StreetSums =>
  new Map(rows.map(({ district, streets }) => [district, streetsOf(streets)]));

/** What was kept of an hour. @param from ms */
export async function readHour(db: Db, from: number): Promise<StreetSums> {
  const at = instant(from);
  return readBack(await db.selectFrom('energy_hour').selectAll().where('at', '=', at).execute());
}

/** Keeps an hour as it is now, in place of what was kept of it. @param from ms */
export async function keepHour(tx: Tx, from: number, sums: StreetSums): Promise<void> {
  const at = instant(from);
  await tx.deleteFrom('energy_hour').where('at', '=', at).execute();
  const rows = rowsOf(sums).map((row) => ({ at, ...row }));
  if (rows.length > 0) await tx.insertInto('energy_hour').values(rows).execute();
}

/** What was kept of the hours of a local day. @param before ms: none from then on */
export async function readDayHours(
  db: Db,
  day: Day,
  timeZone: string,
  before = Number.POSITIVE_INFINITY,
): Promise<StreetSums> {
  const { from, to } = spanOf(day, timeZone);
  const hours = await db
    .selectFrom('energy_hour')
    .selectAll()
    .where('at', '>=', instant(from))
    .where('at', '<', instant(Math.min(to, Math.max(from, before))))
    .execute();
  return hours.map((row) => readBack([row])).reduce(together, new Map());
}

/** Keeps a local day, in place of what was kept of it. */
export async function keepDay(tx: Tx, day: Day, sums: StreetSums): Promise<void> {
  await tx.deleteFrom('energy_day').where('day', '=', day).execute();
  const rows = rowsOf(sums).map((row) => ({ day, ...row }));
  if (rows.length > 0) await tx.insertInto('energy_day').values(rows).execute();
}

/** As it is when it has been kept and read. */
export const asKept = (sums: StreetSums): StreetSums => readBack(rowsOf(sums));

/** The local day of the last hour that is kept: its sum may be missing, where the hub ended in it. */
export async function lastDay(db: Db, timeZone: string): Promise<Day | undefined> {
  const { at } = await db
    .selectFrom('energy_hour')
    .select((eb) => eb.fn.max<string | null>('at').as('at'))
    .executeTakeFirstOrThrow();
  return at === null ? undefined : dayOf(millis(at as Instant), timeZone);
}

/** Sums of whole districts at one time or day. */
export interface DistrictSums {
  readonly at: string;
  readonly district: string;
  readonly sums: EnergySums;
}

/** From then on, oldest first. @param from,before ms */
export async function readHours(db: Db, from: number, before = LATEST_MS): Promise<readonly DistrictSums[]> {
  const rows = await db
    .selectFrom('energy_hour')
    .select(['at', 'district', 'whole'])
    .where('at', '>=', instant(from))
    .where('at', '<', instant(before))
    .orderBy('at')
    .execute();
  return rows.map(({ at, district, whole }) => ({ at, district, sums: sumsOf(whole) }));
}

/** From that day on, oldest first. @param to the last one */
export async function readDays(db: Db, from: Day, to = LATEST_DAY): Promise<readonly DistrictSums[]> {
  const rows = await db
    .selectFrom('energy_day')
    .select(['day', 'district', 'whole'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
  return rows.map(({ day, district, whole }) => ({ at: day, district, sums: sumsOf(whole) }));
}

/** What was kept of a day, street by street. @param district of this one only */
export async function readDayStreets(db: Db, day: Day, district?: string): Promise<StreetSums> {
  const rows = db.selectFrom('energy_day').selectAll().where('day', '=', day);
  return readBack(await (district === undefined ? rows : rows.where('district', '=', district)).execute());
}

/** Likewise of an hour. @param from ms */
export async function readHourStreets(db: Db, from: number, district?: string): Promise<StreetSums> {
  const rows = db.selectFrom('energy_hour').selectAll().where('at', '=', instant(from));
  return readBack(await (district === undefined ? rows : rows.where('district', '=', district)).execute());
}
