import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lampId, smallDictionaries, smallLamps } from '../../../tests/support/small-city.ts';
import { freshPlace } from '../../../tests/support/store-place.ts';
import { createLog } from '../../node/log/log.ts';
import type { Expected } from '../../shared/energy/stretch.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/lamp/history/block.ts';
import { columnsAt, slotAt } from '../../shared/lamp/history/fold.ts';
import { LEVEL_NOT_KEPT, VARIES } from '../../shared/lamp/history/kept.ts';
import { LampFault, LampState } from '../../shared/lamp/state.ts';
import { instant } from '../../shared/wire/time.ts';
import { Aggregator } from '../lighting/aggregator.ts';
import { FORGETS } from '../retention/forget.ts';
import { cutoffsAt } from '../retention/rule.ts';
import { openStore, type Store } from '../store/store.ts';
import { LampHistory } from './history.ts';
import { blockOf, readHour, readPassages } from './keep.ts';

const START = Date.UTC(2026, 10, 24, 1);
const DAY = 24 * HOUR_MS;
const MONGE = lampId('rue Monge', 3);
const log = createLog({ name: 'history', level: 'silent' });
const config = { fineDays: 7, coarseMinutes: 10, passagesFrom: 5 } as const;
const ending = new AbortController();
/** Wherever a hub could write that somebody passed. */
const TABLES = [
  'journal',
  'event',
  'command',
  'lamp_history',
  'passage_hour',
  'lamp_at_fault',
  'meta',
] as const;

let place: Awaited<ReturnType<typeof freshPlace>>;
let store: Store;
let city: Aggregator;
let now: number;
let hears: boolean;
/** what the programme of all lamps says */
let programme: Expected | undefined;
let history: LampHistory;

const open = async () => {
  city = new Aggregator(
    smallDictionaries,
    1,
    () => {},
    () => {},
    (district, lamp) => history.passages.heard(district, lamp),
  );
  const expected = () => programme;
  history = await LampHistory.open({
    store,
    config,
    lamps: () => city.districts,
    expected: [expected, expected, expected],
    marginMs: 600_000,
    hears: () => hears,
    now: () => now,
    log,
  });
  history.settled();
};
beforeEach(async () => {
  place = await freshPlace();
  store = await openStore(place.place, v7);
  now = START;
  hears = true;
  programme = undefined;
  await open();
});
afterEach(async () => {
  await store.close();
  await place.dispose();
});

const light = (id: string, level: number, more: object = {}) =>
  city.state(
    id,
    {
      id: id as never,
      type: 'Streetlight',
      powerState: level > 0 ? 'on' : 'off',
      illuminanceLevel: level / 100,
      status: 'ok',
      observationDateTime: instant(now),
      ...more,
    },
    now,
  );
const minute = async (n = 1) => {
  for (let i = 0; i < n; i++) {
    now += MINUTE_MS;
    await history.turn();
  }
};
/** How a lamp of the first district was, from the store alone. */
async function was(id: string, at: number) {
  const row = (await readHour(store.db, Math.floor(at / HOUR_MS) * HOUR_MS)).find(
    ({ district }) => district === '01',
  );
  const block = row && (await blockOf(row));
  const slot = block && slotAt(block, at);
  if (block === undefined || slot === undefined) return 'unknown';
  const index = smallDictionaries[0]!.lamps.findIndex((lamp) => lamp?.id === id);
  const { state, level, faults } = columnsAt(block, slot);
  return { state: state[index], level: level[index], faults: faults[index] };
}
const on = (level: number) => ({ state: LampState.on, level, faults: 0 });

describe('how lamps were', () => {
  it('is found again minute by minute; what nobody heard is unknown, not as before', async () => {
    for (const id of smallLamps) light(id, 60);
    await minute(3); // :01 to :03
    light(MONGE, 0, { status: 'brokenLantern' });
    await minute();
    hears = false;
    await minute(3); // :05 to :07
    hears = true;
    light(MONGE, 80);
    await minute(2);
    await history.keep();
    const at = (n: number) => was(MONGE, START + n * MINUTE_MS + 30_000);
    expect(await at(0)).toBe('unknown');
    expect(await at(3)).toEqual(on(60));
    expect(await at(4)).toEqual({ state: LampState.fault, level: 0, faults: LampFault.brokenLantern });
    for (const n of [5, 6, 7]) expect(await at(n)).toBe('unknown');
    expect(await at(8)).toEqual(on(80));
    expect(await was(lampId('rue Monge', 4), START + 9 * MINUTE_MS)).toEqual(on(60));
  });

  it('a lamp that never said anything is one of which nothing is known', async () => {
    await minute();
    await history.keep();
    expect(await was(MONGE, START + MINUTE_MS)).toMatchObject({ state: LampState.neverSeen });
  });

  it('goes on through an orderly restart and loses no more than 5 minutes by a sudden one', async () => {
    light(MONGE, 60);
    await minute(2);
    await history.stop();
    await open();
    light(MONGE, 30);
    await minute(7); // :03 to :09, kept at :03 and :08
    await open(); // nobody said that the hub ends
    light(MONGE, 90);
    await minute();
    await history.keep();
    const at = (n: number) => was(MONGE, START + n * MINUTE_MS);
    expect(await at(2)).toEqual(on(60));
    expect(await at(3)).toEqual(on(30));
    expect(await at(8)).toEqual(on(30));
    expect(await at(9)).toBe('unknown');
    expect(await at(10)).toEqual(on(90));
  });

  it('begins each hour whole, so that an hour is read by itself', async () => {
    light(MONGE, 60);
    await minute(62);
    await history.keep();
    expect(await readHour(store.db, START)).toHaveLength(2);
    expect(await was(MONGE, START + 61 * MINUTE_MS)).toEqual(on(60));
  });

  it('is kept by ten minutes when it is old, with every fault, and is gone when it was kept long enough', async () => {
    light(MONGE, 60);
    await minute(12);
    light(MONGE, 0, { status: 'defectiveLamp' });
    await minute(1);
    light(MONGE, 70);
    await minute(10);
    await history.keep();
    const bytes = async () => (await readHour(store.db, START)).map(({ step }) => step);
    now = START + 7 * DAY + HOUR_MS - 1;
    await history.thin(ending.signal);
    expect(await bytes()).toEqual([1, 1]);
    now += 1;
    await history.thin(ending.signal);
    expect(await bytes()).toEqual([10, 10]);
    expect(await was(MONGE, START + 9 * MINUTE_MS)).toEqual(on(60));
    expect(await was(MONGE, START + 19 * MINUTE_MS)).toEqual({
      state: LampState.on | LampState.fault,
      level: 60,
      faults: LampFault.defectiveLamp,
    });
    expect(await was(MONGE, START + 20 * MINUTE_MS)).toEqual(on(70));
    expect(await was(MONGE, START + 30 * MINUTE_MS)).toBe('unknown');
    const keep = {
      commandDays: 7,
      eventDays: 30,
      personalDays: 60,
      energyHourDays: 2,
      energyDayDays: 31,
      lampHistoryDays: 30,
      passageHourDays: 30,
    };
    const forget = (days: number) =>
      store.write(({ tx }) => FORGETS.lampHistory(tx, cutoffsAt(START + days * DAY, keep), 200));
    expect(await forget(30)).toBe(0);
    expect(await forget(30.1)).toBe(2);
  });
});

describe('nobody’s steps', () => {
  /** An hour of a street in which each of these walks past some lamps; what the store holds afterwards. */
  async function hourWith(walks: readonly (readonly [minute: number, lamp: number])[]) {
    for (const id of smallLamps) light(id, programme?.level ?? 60);
    for (let n = 1; n < 70; n++) {
      now += MINUTE_MS;
      const here = walks.filter(([at]) => at === n).map(([, lamp]) => lampId('rue Monge', lamp));
      const gone = walks.filter(([at]) => at === n - 1).map(([, lamp]) => lampId('rue Monge', lamp));
      for (const id of gone) {
        city.presence(id, false, now);
        light(id, programme?.level ?? 60);
      }
      for (const id of here) {
        city.presence(id, true, now);
        light(id, programme?.raised ?? 90);
      }
      await history.turn();
    }
    await history.stop();
    const rows = await store.db
      .selectFrom('lamp_history')
      .selectAll()
      .orderBy('at')
      .orderBy('district')
      .execute();
    return rows.map(({ bytes, ...row }) => ({ ...row, bytes: Buffer.from(bytes).toString('hex') }));
  }
  const anew = async () => {
    await store.close();
    await place.dispose();
    place = await freshPlace();
    store = await openStore(place.place, v7);
    now = START;
    await open();
  };

  it('whoever walks where lamps are programmed for it, the history of the lamps is byte for byte the same', async () => {
    programme = { level: 30, raised: 90 };
    const alone = await hourWith([]);
    await anew();
    programme = { level: 30, raised: 90 };
    const walked = await hourWith([
      [5, 1],
      [6, 2],
      [7, 3],
      [40, 3],
      [65, 1],
    ]);
    expect(walked).toEqual(alone);
    expect(await was(MONGE, START + 7 * MINUTE_MS)).toEqual({ ...on(30), state: LampState.on | VARIES });
  });

  it('where the room does not know the programme, a street in which somebody passed says of its lamps only what is broken', async () => {
    await hourWith([
      [2, 3],
      [30, 3],
    ]);
    for (const n of [2, 3, 30, 31])
      expect(await was(MONGE, START + n * MINUTE_MS)).toEqual({
        state: VARIES,
        level: LEVEL_NOT_KEPT,
        faults: 0,
      });
    expect(await was(lampId('rue de la Liberté', 3), START + 30 * MINUTE_MS)).toEqual(on(60));
    // A hub that begins knows which streets these are.
    await open();
    light(MONGE, 90);
    await minute();
    await history.keep();
    expect(await was(MONGE, now)).toMatchObject({ state: VARIES, level: LEVEL_NOT_KEPT });
  });

  it('is kept as a sum by street and hour, and not told at all where it may be one person’s', async () => {
    const often = Array.from({ length: 6 }, (_, n) => [2 * n + 1, 3] as const);
    await hourWith([...often, [3, 4], [5, 5]]);
    expect(await readPassages(store.db, START, START + DAY)).toEqual([
      { from: START, district: '01', minutes: 59, streets: { 'rue Monge': 8 } },
    ]);
    await anew();
    await hourWith(often.slice(0, 4));
    expect(await readPassages(store.db, START, START + DAY)).toMatchObject([
      { streets: { 'rue Monge': null } },
    ]);
  });

  it('no table holds a lamp of which presence was heard, nor when', async () => {
    programme = { level: 30, raised: 90 };
    await hourWith(Array.from({ length: 8 }, (_, n) => [2 * n + 1, 3] as const));
    const told: string[] = [];
    for (const table of TABLES)
      told.push(JSON.stringify(await store.db.selectFrom(table).selectAll().execute()));
    const all = told.join('\n');
    expect(all).toContain('rue Monge');
    expect(all).not.toContain(MONGE);
    // Hours only: no moment at which somebody passed.
    for (const [at] of all.matchAll(/2026-11-24T[\d:.]+Z/g)) expect(at).toMatch(/T\d\d:00:00\.000Z$/);
  });

  it('what was counted goes on through a restart within the hour', async () => {
    const pass = async (times: number) => {
      for (let n = 0; n < times; n++) {
        city.presence(MONGE, true, now);
        await minute();
        city.presence(MONGE, false, now);
      }
    };
    await pass(6);
    await history.stop();
    await open();
    await pass(5);
    await history.stop();
    expect(await readPassages(store.db, START, START + DAY)).toMatchObject([
      { minutes: 11, streets: { 'rue Monge': 11 } },
    ]);
  });
});
