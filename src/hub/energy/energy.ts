import { inTurns } from '../../node/in-turns.ts';
import { earliestDay, periodsOf } from '../../shared/energy/periods.ts';
import type { RoomEnergy } from '../../shared/energy/published.ts';
import { referenceNights, spanOf } from '../../shared/energy/reference-night.ts';
import { total } from '../../shared/energy/sums.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { LampId } from '../../shared/ids.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import type { Streetlight } from '../../shared/lamp/streetlight.ts';
import { type Day, dayOf, daysAfter } from '../../shared/lighting/local-time.ts';
import { MOST_LATITUDE } from '../../shared/lighting/sun.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
import type { HubConfig } from '../config.ts';
import type { RoomData } from '../edge/room-data.ts';
import type { LightingPlans } from '../lighting/program/plans.ts';
import type { Store } from '../store/store.ts';
import { EnergyCounter, hourOf, type StreetSums } from './counter.ts';
import { expectations } from './expectation.ts';
import {
  asKept,
  type DistrictSums,
  keepDay,
  keepHour,
  lastDay,
  readDayHours,
  readDays,
  readHour,
  readHours,
  together,
} from './keep.ts';

export interface EnergyOptions {
  readonly store: Store;
  readonly config: Pick<HubConfig, 'energy' | 'timeZone' | 'lighting'>;
  readonly data: Pick<RoomData, 'put' | 'remove'>;
  readonly dictionaries: readonly Dictionary[];
  readonly plans: Pick<LightingPlans, 'plan' | 'placesOf'> & Partial<Pick<LightingPlans, 'incidentAt'>>;
  /** whether a lamp is under an order that was given for an intervention */
  readonly isForTicket?: (lamp: LampId) => boolean;
  readonly bitsOf: (lamp: string) => { readonly state: number; readonly faults: number } | undefined;
  readonly now: () => number;
}

/** All lamps are counted so often: what their programmes say changes by the minute. */
export const ENERGY_TURN_MS = 60_000;
/** So often what was counted is kept and shown: so much is lost, as unknown, where the hub ends without a word. */
const KEEP_MS = 5 * 60_000;
const CITY = 'city';

/** What the city's lamps use: counted by the hour from their reports, kept by street, shown by district. */
export class Energy {
  readonly #on: EnergyOptions;
  readonly #counter: EnergyCounter;
  #dictionaries: readonly Dictionary[];
  /** of its lamps */
  #middle: Position | undefined;
  /** of the hour that runs: what was counted before this counter began, or with another inventory */
  #before: StreetSums;
  /** hours that are over and not yet kept */
  readonly #over: { readonly from: number; readonly sums: StreetSums }[] = [];
  /** the local day of the hour that runs, as far as its hours are over: a whole day of hours is much to read each hour */
  #day: { readonly day: Day; readonly sums: StreetSums } | undefined;
  #sun: { readonly place: Position; readonly hours: NightHours } | undefined;
  #keptAt = 0;

  private constructor(options: EnergyOptions, before: StreetSums, from: number) {
    const { config, plans, bitsOf, dictionaries } = options;
    const { timeZone, energy, lighting } = config;
    const aheadMs = lighting.aheadMinutes * 60_000;
    this.#on = options;
    this.#before = before;
    this.#dictionaries = dictionaries;
    this.#middle = middleOf(dictionaries);
    this.#counter = new EnergyCounter(
      {
        bitsOf,
        expected: expectations(
          plans,
          (district) => this.#dictionaries[district]?.district,
          timeZone,
          aheadMs,
        ),
        needed: (lamp, district, index) => {
          const position = this.#dictionaries[district]?.lamps[index]?.position;
          return {
            forTicket: options.isForTicket?.(lamp as LampId) ?? false,
            incident: position && plans.incidentAt?.(position),
          };
        },
        nightHours: (start, end) => this.#nights()?.(start + aheadMs, end + aheadMs),
        dayOf: (at) => dayOf(at, timeZone),
      },
      { carryMs: energy.carryHours * 3_600_000, standby: energy.standbyWatts },
      dictionaries,
      from,
    );
  }

  /** Goes on with what was kept of this hour. @throws StorageError */
  static async open(options: EnergyOptions): Promise<Energy> {
    const { store, config, now } = options;
    const from = now();
    const day = await lastDay(store.db, config.timeZone);
    if (day !== undefined) {
      const sums = await readDayHours(store.db, day, config.timeZone);
      await store.write(({ tx }) => keepDay(tx, day, sums));
    }
    const energy = new Energy(options, await readHour(store.db, hourOf(from)), from);
    const today = dayOf(hourOf(from), config.timeZone);
    const sums = await readDayHours(store.db, today, config.timeZone, hourOf(from));
    energy.#day = { day: today, sums };
    // What was counted before is there at once: else seats would forget it until the first turn.
    if (day !== undefined) await energy.#show(from);
    return energy;
  }

  /** A lamp has reported: see `LevelListener`. */
  reported(lamp: LampId, level: number, at: number, light: Streetlight): void {
    const { powerConsumption, lifetimePowerConsumption } = light;
    this.#counter.report(lamp, level, at, this.#on.now(), powerConsumption, lifetimePowerConsumption);
  }

  /** Another inventory. @returns goes over to it */
  async refit(dictionaries: readonly Dictionary[]): Promise<() => void> {
    const { now } = this.#on;
    const goOver = await inTurns(this.#counter.refit(dictionaries, now()));
    return () => {
      this.#settle(now());
      this.#before = together(this.#before, goOver(now()));
      this.#dictionaries = dictionaries;
      this.#middle = middleOf(dictionaries);
    };
  }

  /** To be called each minute. @throws StorageError */
  async turn(): Promise<void> {
    const now = this.#on.now();
    this.#settle(now);
    if (now - this.#keptAt < KEEP_MS && this.#over.length === 0) return;
    await this.#keep(now);
    this.#keptAt = now;
    await this.#show(now);
  }

  /** Counts and keeps what there is, for whoever goes on after this hub. @throws StorageError */
  async stop(): Promise<void> {
    const now = this.#on.now();
    this.#settle(now);
    await this.#keep(now);
  }

  #settle(now: number): void {
    this.#counter.settle(now);
    for (const { from, sums } of this.#counter.takeClosed()) {
      this.#over.push({ from, sums: together(this.#before, sums) });
      this.#before = new Map();
    }
  }

  async #keep(now: number): Promise<void> {
    const { store } = this.#on;
    const over = [...this.#over];
    const { hour } = this.#counter;
    const running = together(this.#before, this.#counter.sums(now));
    const days = this.#daysWith(over);
    await store.write(async ({ tx }) => {
      for (const { from, sums } of over) await keepHour(tx, from, sums);
      for (const [day, sums] of days) await keepDay(tx, day, sums);
      await keepHour(tx, hour, running);
    });
    this.#over.splice(0, over.length);
    const last = [...days].at(-1);
    if (last !== undefined) this.#day = { day: last[0], sums: last[1] };
  }

  /** The days that these hours end up in, oldest first, added up with what was known of them. */
  #daysWith(
    over: readonly { readonly from: number; readonly sums: StreetSums }[],
  ): ReadonlyMap<Day, StreetSums> {
    const days = new Map<Day, StreetSums>();
    for (const { from, sums } of over) {
      const day = dayOf(from, this.#on.config.timeZone);
      const before = days.get(day) ?? (this.#day?.day === day ? this.#day.sums : new Map());
      days.set(day, together(before, asKept(sums)));
    }
    return days;
  }

  async #show(now: number): Promise<void> {
    const { store, config, data } = this.#on;
    const { timeZone } = config;
    const today = dayOf(now, timeZone);
    const days = await readDays(store.db, earliestDay(today));
    const yesterday = spanOf(daysAfter(today, -1), timeZone).from;
    const hours = await readHours(store.db, Math.min(yesterday, now - 26 * 3_600_000));
    const counts = this.#counter.counts();
    const all = [...counts.values()];
    const sum = (field: 'lamps' | 'counted' | 'based') => all.reduce((n, one) => n + one[field], 0);
    const city = { lamps: sum('lamps'), counted: sum('counted'), based: sum('based') };
    data.put('energy', this.#said(CITY, undefined, city, { days, hours }, now));
    for (const { district, name } of this.#dictionaries) {
      const count = counts.get(district);
      if (count === undefined) continue;
      const own = (rows: readonly DistrictSums[]) => rows.filter((row) => row.district === district);
      data.put('energy', this.#said(district, name, count, { days: own(days), hours: own(hours) }, now));
    }
  }

  #said(
    id: string,
    name: string | undefined,
    counts: Pick<RoomEnergy, 'lamps' | 'counted' | 'based'>,
    rows: { readonly days: readonly DistrictSums[]; readonly hours: readonly DistrictSums[] },
    now: number,
  ): RoomEnergy {
    const { timeZone, energy } = this.#on.config;
    const { euros, co2, uncertainty, targetPercent: target, standbyWatts: standby } = energy;
    const times = byTime(rows.hours).map(([at, sums]) => ({ at: at as Instant, sums }));
    const days = byTime(rows.days).map(([day, sums]) => ({ day: day as Day, sums }));
    return {
      v: 1,
      id,
      ...(name !== undefined && { name }),
      asOf: instant(now),
      ...counts,
      ...periodsOf({ days, hours: times, lamps: counts.lamps, asOf: now, timeZone }),
      uncertainty,
      standby,
      target,
      ...(euros && { euros }),
      ...(co2 && { co2 }),
    };
  }

  /** Where the programmes reckon the sun, or else in the middle of the lamps. */
  #nights(): NightHours | undefined {
    const place = this.#on.plans.plan?.place ?? this.#middle;
    if (place === undefined || Math.abs(place[1]) > MOST_LATITUDE) return undefined;
    if (this.#sun?.place !== place)
      this.#sun = { place, hours: referenceNights(place, this.#on.config.timeZone) };
    return this.#sun.hours;
  }
}

type NightHours = ReturnType<typeof referenceNights>;

/** All districts at each time together, in the order of the rows. */
const byTime = (rows: readonly DistrictSums[]) =>
  [...Map.groupBy(rows, ({ at }) => at)].map(
    ([at, found]) => [at, total(found.map(({ sums }) => sums))] as const,
  );

function middleOf(dictionaries: readonly Dictionary[]): Position | undefined {
  const places = dictionaries.flatMap(({ lamps }) => lamps.flatMap((lamp) => (lamp ? [lamp.position] : [])));
  if (places.length === 0) return undefined;
  const mean = (axis: 0 | 1) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  return [mean(0), mean(1)];
}
