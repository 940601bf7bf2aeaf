import { setImmediate } from 'node:timers/promises';
import { spanOf } from '../../shared/energy/reference-night.ts';
import { type EnergySums, forStreets, packed, total } from '../../shared/energy/sums.ts';
import type { SeatId } from '../../shared/ids.ts';
import { type ClockTime, type Day, daysAfter, instantOf } from '../../shared/lighting/local-time.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import { type EnergyQuery, type EnergyRow, LONGEST_DAYS } from '../../shared/wire/energy.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { People } from '../accounts/people.ts';
import { answerNamed, within } from '../query/named.ts';
import type { Rows } from '../query/pages.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import type { StreetSums } from './counter.ts';
import { readDayStreets, readDays, readHourStreets, readHours, together } from './keep.ts';

export interface EnergyAnswers {
  readonly store: Store;
  readonly people: People;
  /** IANA name */
  readonly timeZone: string;
  /** minutes by which the lamps live ahead of the clock */
  readonly aheadMinutes: number;
}

const NOON = '12:00' as ClockTime;
const DAY_MS = 24 * 3_600_000;

/**
 * The pages that answer what lamps used, as JSON text. Who asked and of which days is in the journal before anything
 * leaves. @throws StorageError
 */
export const answerEnergy = (
  on: EnergyAnswers,
  seat: SeatId,
  query: EnergyQuery,
  at: Instant,
): AsyncGenerator<string> => {
  const { by, from, to, district } = query;
  return answerNamed(on, seat, query, at, {
    judge: (person) =>
      authorize(person, 'energy.read', { kind: 'lamp' }).ok
        ? within(Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1, LONGEST_DAYS[by])
        : { code: 'FORBIDDEN' },
    fact: ({ code }) => ({
      action: 'energy.read',
      target: 'lamps',
      payload: { code, by, from, to, ...(district && { district }) },
    }),
    lists: ['rows'],
    rows: () => asText(rowsOf(on, query)),
  });
};

async function* asText(all: AsyncIterable<readonly EnergyRow[]>): AsyncGenerator<Rows<'rows'>> {
  for await (const rows of all) yield { list: 'rows', rows: rows.map((row) => JSON.stringify(row)) };
}

/** Day by day where it is much: never all at once in memory, and commands have their turn between. */
async function* rowsOf(on: EnergyAnswers, query: EnergyQuery): AsyncGenerator<readonly EnergyRow[]> {
  const { by, from, to, district } = query;
  const { db } = on.store;
  const wanted = <T extends { readonly district: string }>(rows: readonly T[]) =>
    rows.filter((row) => district === undefined || row.district === district);
  switch (by) {
    case 'day':
      return yield byTime(wanted(await readDays(db, from, to)), district);
    case 'hour': {
      const span = { from: spanOf(from, on.timeZone).from, to: spanOf(to, on.timeZone).to };
      return yield byTime(wanted(await readHours(db, span.from, span.to)), district);
    }
    case 'street':
      return yield* ofStreets(await added(daysOf(db, from, to, district)));
    case 'streetOfNight':
      return yield* ofStreets(await added(nightOf(db, on, from, district)));
    case 'streetDay':
      for await (const [day, sums] of daysOf(db, from, to, district)) yield* ofStreets(sums, day);
  }
}

function byTime(
  rows: readonly { readonly at: string; readonly district: string; readonly sums: EnergySums }[],
  district: EnergyQuery['district'],
): readonly EnergyRow[] {
  return [...Map.groupBy(rows, ({ at }) => at)].map(([at, same]) => ({
    at: at as Instant,
    ...(district && { district }),
    sums: [...packed(total(same.map(({ sums }) => sums)))],
  }));
}

function* ofStreets(all: StreetSums, at?: Day): Generator<readonly EnergyRow[]> {
  for (const [district, streets] of all)
    yield [...streets].map(([street, sums]) => ({
      ...(at && { at }),
      district: district as NonNullable<EnergyRow['district']>,
      street,
      sums: [...packed(forStreets(sums))],
    }));
}

async function added(parts: AsyncIterable<readonly [unknown, StreetSums]>): Promise<StreetSums> {
  let sum: StreetSums = new Map();
  for await (const [, part] of parts) {
    sum = together(sum, part);
    await setImmediate();
  }
  return sum;
}

async function* daysOf(
  db: Db,
  from: Day,
  to: Day,
  district: string | undefined,
): AsyncGenerator<readonly [Day, StreetSums]> {
  for (let day = from; day <= to; day = daysAfter(day, 1)) {
    const sums = await readDayStreets(db, day, district);
    if (sums.size > 0) yield [day, sums];
  }
}

/** The full hours from noon to noon by the lamps' clocks. */
async function* nightOf(
  db: Db,
  { timeZone, aheadMinutes }: EnergyAnswers,
  day: Day,
  district: string | undefined,
): AsyncGenerator<readonly [number, StreetSums]> {
  const [from, to] = [day, daysAfter(day, 1)].map(
    (on) => instantOf(on, NOON, timeZone) - aheadMinutes * 60_000,
  );
  for (let hour = Math.ceil(from! / 3_600_000) * 3_600_000; hour < to!; hour += 3_600_000)
    yield [hour, await readHourStreets(db, hour, district)];
}
