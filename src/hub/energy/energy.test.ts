import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lampId, RATED_W, smallDictionaries, smallLamps } from '../../../tests/support/small-city.ts';
import { freshPlace } from '../../../tests/support/store-place.ts';
import { RoomEnergy } from '../../shared/energy/published.ts';
import { NOTHING } from '../../shared/energy/sums.ts';
import type { LampId } from '../../shared/ids.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import { LampFault, LampState } from '../../shared/lamp/state.ts';
import type { Day } from '../../shared/lighting/local-time.ts';
import { HubConfig } from '../config.ts';
import { RoomData } from '../edge/room-data.ts';
import { FORGETS } from '../retention/forget.ts';
import { cutoffsAt } from '../retention/rule.ts';
import { openStore, type Store } from '../store/store.ts';
import { EnergyCounter } from './counter.ts';
import { Energy } from './energy.ts';
import { keepDay, keepHour, readDayHours, readDays, readHour, readHours } from './keep.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** A full hour of the night in Dijon. */
const START = Date.UTC(2026, 10, 27, 21);
const MONGE = lampId('rue Monge', 0) as LampId;
/** Two of the street whose power before is recorded. */
const [NEEDED, ORDERED] = [lampId('rue de la Liberté', 0), lampId('rue de la Liberté', 1)];

/** The first street of each district was 100 W a lamp before its conversion; of the others nobody knows. */
const dictionaries: readonly Dictionary[] = smallDictionaries.map((one) => ({
  ...one,
  lamps: one.lamps.map(
    (lamp, i) =>
      lamp && {
        ...lamp,
        luminaire: { ...lamp.luminaire, ...(i < 20 && { powerBefore: 100, convertedOn: '2021' }) },
      },
  ),
}));

let place: Awaited<ReturnType<typeof freshPlace>>;
let store: Store;
let now: number;
let faults: Map<string, number>;
let data: RoomData;
beforeEach(async () => {
  place = await freshPlace();
  store = await openStore(place.place, v7);
  now = START;
  faults = new Map();
  data = new RoomData(['energy']);
});
afterEach(async () => {
  await store.close();
  await place.dispose();
});

const open = () =>
  Energy.open({
    store,
    config: HubConfig.parse({
      mqtt: { brokers: ['mqtt://localhost:1883'] },
      energy: { carryHours: 2 },
    }),
    data,
    dictionaries,
    plans: { plan: undefined, placesOf: () => undefined },
    bitsOf: (lamp) => ({ state: 1, faults: faults.get(lamp) ?? 0 }),
    now: () => now,
  });
const light = (at: number, more: object = {}) => ({
  id: MONGE,
  type: 'Streetlight' as const,
  powerState: 'on' as const,
  observationDateTime: new Date(at).toISOString(),
  ...more,
});
const say = (energy: Energy, lamp: string, level: number, more: object = {}) =>
  energy.reported(lamp as LampId, level, now, light(now, more));
const everyMinute = async (energy: Energy, until: number) => {
  for (; now < until; now += MINUTE) await energy.turn();
  await energy.turn();
};
const shown = (id = 'city') =>
  RoomEnergy.parse(JSON.parse(data.follow(() => {}).get(`room/v1/data/energy/${id}`) ?? 'null'));

it('counts an hour by rating, and claims a saving only where the power before is known', async () => {
  const energy = await open();
  for (const lamp of smallLamps) say(energy, lamp, 100);
  await everyMinute(energy, START + HOUR);
  const { periods, lamps, counted, based, hours } = shown();
  expect({ lamps, counted, based }).toEqual({ lamps: 120, counted: 120, based: 40 });
  expect(hours).toHaveLength(1);
  expect(periods.today.rated).toBeCloseTo((120 * RATED_W) / 1_000, 3);
  expect(periods.today.baseline).toBeCloseTo(4, 3);
  expect(periods.today.led).toBeCloseTo((40 * (100 - RATED_W)) / 1_000, 3);
  // The hub began at 22:00 there: 22 hours of today were not counted, and are unknown.
  expect(periods.today).toMatchObject({ lamps: 23 * 120, known: 120, based: 40, meter: 0 });
  expect(shown('01').periods.today.rated).toBeCloseTo((60 * RATED_W) / 1_000, 3);
});

it('takes the meter where it was read near both bounds, and what is not heard of for long is unknown', async () => {
  const energy = await open();
  say(energy, MONGE, 100, { powerConsumption: 40, lifetimePowerConsumption: 10 });
  await everyMinute(energy, START + HOUR - MINUTE);
  say(energy, MONGE, 100, { powerConsumption: 40, lifetimePowerConsumption: 10.04 });
  await everyMinute(energy, START + 2 * HOUR - MINUTE);
  say(energy, MONGE, 100, { powerConsumption: 40, lifetimePowerConsumption: 10.09 });
  await everyMinute(energy, START + 6 * HOUR);
  const { hours, counted } = shown();
  // No meter at the first hour's beginning, none at the third's end; two hours after the last report, nothing.
  expect(hours.map(({ sums: { meter, power, known } }) => [meter, power, known])).toEqual([
    [0, 0.04, 1],
    [0.05, 0, 1],
    [0, 0.04, 1],
    [0, 0.039, 0.983],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(counted).toBe(0);
});

it('a circuit that has tripped takes nothing, whatever its lamps said last', async () => {
  const energy = await open();
  say(energy, MONGE, 100);
  await everyMinute(energy, START + HOUR / 2);
  faults.set(MONGE, LampFault.circuit);
  await everyMinute(energy, START + HOUR);
  expect(shown().hours[0]?.sums).toMatchObject({ rated: 0.021, known: 1 });
});

it('goes on after a restart with what was kept, and what passed meanwhile is unknown', async () => {
  const first = await open();
  say(first, MONGE, 100);
  await everyMinute(first, START + 10 * MINUTE);
  await first.stop();
  now += 20 * MINUTE;
  const second = await open();
  expect(shown().periods.today.rated).toBeCloseTo(0.007, 3);
  second.reported(MONGE, 100, START, light(START)); // as the broker kept it
  await everyMinute(second, START + HOUR);
  const { hours, periods } = shown();
  expect(hours[0]?.sums.rated).toBeCloseTo((RATED_W * 40) / 60 / 1_000, 3);
  expect(hours[0]?.sums.known).toBeCloseTo(40 / 60, 3);
  expect(periods.today.lamps).toBe(23 * 120);
});

it('a day that is added up twice is the same, and one whose clocks change has all its hours', async () => {
  const one = { ...NOTHING, lamps: 1, known: 1, meter: 0.5 };
  const from = Date.UTC(2026, 9, 24, 22); // midnight there, on the day of 25 hours
  await store.write(async ({ tx }) => {
    for (let n = -1; n < 26; n++)
      await keepHour(tx, from + n * HOUR, new Map([['01', new Map([['rue Monge', one]])]]));
    const sums = await readDayHours(tx, '2026-10-25' as Day, 'Europe/Paris');
    for (const _ of [1, 2]) await keepDay(tx, '2026-10-25' as Day, sums);
  });
  const [day, ...others] = await readDays(store.db, '2026-10-25' as Day);
  expect(others).toEqual([]);
  expect(day).toMatchObject({ at: '2026-10-25', district: '01', sums: { known: 25, meter: 12.5 } });
});

it('a day grows as its hours end, to what its hours are, over a restart and past midnight', async () => {
  const first = await open();
  for (const lamp of smallLamps) say(first, lamp, 100);
  await everyMinute(first, START + 80 * MINUTE);
  await first.stop();
  const second = await open();
  for (const lamp of smallLamps) say(second, lamp, 40);
  await everyMinute(second, START + 150 * MINUTE); // half past midnight in Dijon
  await second.stop();
  const day = '2026-11-27' as Day;
  const rows = () => store.db.selectFrom('energy_day').selectAll().where('day', '=', day).execute();
  const grown = await rows();
  const sums = await readDayHours(store.db, day, 'Europe/Paris');
  await store.write(({ tx }) => keepDay(tx, day, sums));
  expect(await rows()).toEqual(grown);
  const kwh = (await readDays(store.db, day)).reduce((sum, { sums: of }) => sum + of.rated, 0);
  expect(kwh).toBeGreaterThan((120 * RATED_W) / 1_000);
});

it('another inventory loses nothing of the hour, and counts it by the street that the lamp stood in', async () => {
  const energy = await open();
  say(energy, MONGE, 100);
  await everyMinute(energy, START + HOUR / 2);
  const goOver = await energy.refit(
    dictionaries.map((one) => ({
      ...one,
      lamps: one.lamps.map((lamp) => (lamp?.id === MONGE ? { ...lamp, street: 'rue Neuve' } : lamp)),
    })),
  );
  goOver();
  await everyMinute(energy, START + HOUR);
  const streets = (await readHour(store.db, START)).get('01');
  expect(streets?.get('rue Monge')?.rated).toBeCloseTo(0.021, 3);
  expect(streets?.get('rue Neuve')?.rated).toBeCloseTo(0.021, 3);
});

it('hours and days that were kept long enough go, and no others', async () => {
  const day = (said: string) => said as Day;
  const sums = new Map([['01', new Map([['rue Monge', { ...NOTHING, meter: 1 }]])]]);
  await store.write(async ({ tx }) => {
    for (const at of [START - 3 * 24 * HOUR, START]) {
      await keepHour(tx, at, sums);
      await keepDay(tx, day(new Date(at).toISOString().slice(0, 10)), sums);
    }
    const keep = {
      commandDays: 7,
      eventDays: 30,
      personalDays: 60,
      energyHourDays: 2,
      energyDayDays: 2,
      lampHistoryDays: 2,
      passageHourDays: 2,
    };
    const due = cutoffsAt(START, keep);
    expect(await FORGETS.energyHours(tx, due, 200)).toBe(1);
    expect(await FORGETS.energyDays(tx, due, 200)).toBe(1);
  });
  expect((await readHours(store.db, 0)).map(({ at }) => Date.parse(at))).toEqual([START]);
  expect((await readDays(store.db, day('2026-01-01'))).map(({ at }) => at)).toEqual(['2026-11-27']);
});

it('light for an intervention is told apart from other orders, street by street', () => {
  const counter = new EnergyCounter(
    {
      bitsOf: () => ({ state: LampState.on | LampState.override, faults: 0 }),
      expected: () => ({ level: 60 }),
      needed: (lamp) => ({ forTicket: lamp === NEEDED, incident: undefined }),
      nightHours: (from, to) => (to - from) / HOUR,
      dayOf: () => '2026-11-27',
    },
    { carryMs: 2 * HOUR, standby: 0.5 },
    dictionaries,
    START,
  );
  for (const lamp of [NEEDED, ORDERED]) counter.report(lamp, 90, START, START);
  counter.settle(START + HOUR / 2);
  const streets = counter.sums(START + HOUR / 2).get('01');
  const half = expect.closeTo(-0.01245 / 2, 6);
  expect(streets?.get('rue de la Liberté')).toMatchObject({ incident: half, override: half });
});

it('a meter alone makes no lamp known: what it took is in no sum, and claims and costs nothing', async () => {
  const energy = await open();
  const unrated = dictionaries.map((one) => ({
    ...one,
    lamps: one.lamps.map((lamp) =>
      lamp?.id === MONGE ? { ...lamp, luminaire: { powerBefore: 100, convertedOn: '2021' } } : lamp,
    ),
  }));
  (await energy.refit(unrated))();
  say(energy, MONGE, 100, { lifetimePowerConsumption: 10 });
  await everyMinute(energy, START + HOUR - MINUTE);
  say(energy, MONGE, 100, { lifetimePowerConsumption: 10.04 });
  await everyMinute(energy, START + 2 * HOUR - MINUTE);
  say(energy, MONGE, 100, { lifetimePowerConsumption: 10.09 });
  await everyMinute(energy, START + 2 * HOUR);
  expect(shown().periods.today).toMatchObject({ known: 0, meter: 0, basedMeter: 0, baseline: 0 });
});

it('a lamp has its baseline from the day of its conversion on, without a new inventory', () => {
  const day = (at: number) => (at < START + HOUR ? '2026-11-27' : '2026-11-28');
  const planned = dictionaries.map((one) => ({
    ...one,
    lamps: one.lamps.map(
      (lamp) => lamp && { ...lamp, luminaire: { ...lamp.luminaire, convertedOn: '2026-11-28' } },
    ),
  }));
  const around = {
    bitsOf: () => ({ state: LampState.on, faults: 0 }),
    expected: () => ({ level: 60 }),
    nightHours: (from: number, to: number) => (to - from) / HOUR,
    dayOf: day,
  };
  const counter = new EnergyCounter(around, { carryMs: 2 * HOUR, standby: 0.5 }, planned, START);
  counter.report(NEEDED, 60, START, START);
  counter.settle(START + 2 * HOUR);
  const [before, after] = counter.takeClosed().map(({ sums }) => sums.get('01')?.get('rue de la Liberté'));
  expect(before).toMatchObject({ known: 1, based: 0, baseline: 0, basedRated: 0 });
  expect(after).toMatchObject({ known: 1, based: 1, baseline: expect.closeTo(0.1, 6) });
});
