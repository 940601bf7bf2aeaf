import { afterEach, beforeEach, expect, it } from 'vitest';
import { burning, LampHistoryRig } from '../../../tests/support/lamp-history.ts';
import { lampId, smallLamps } from '../../../tests/support/small-city.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/lamp/history/block.ts';
import { LampFault, LampState } from '../../shared/lamp/state.ts';
import { FORGETS } from '../retention/forget.ts';
import { cutoffsAt } from '../retention/rule.ts';
import { readHour } from './keep.ts';

const START = Date.UTC(2026, 10, 24, 1);
const DAY = 24 * HOUR_MS;
const MONGE = lampId('rue Monge', 3);
const ending = new AbortController();
const rig = new LampHistoryRig(START);

beforeEach(() => rig.begin());
afterEach(() => rig.end());

it('is found again minute by minute; what nobody heard is unknown, not as before', async () => {
  for (const id of smallLamps) rig.light(id, 60);
  await rig.minutes(3); // :01 to :03
  rig.light(MONGE, 0, { status: 'brokenLantern' });
  await rig.minutes();
  rig.hears = false;
  await rig.minutes(3); // :05 to :07
  rig.hears = true;
  rig.light(MONGE, 80);
  await rig.minutes(2);
  await rig.history.keep();
  const at = (n: number) => rig.was(MONGE, START + n * MINUTE_MS + 30_000);
  expect(await at(0)).toBe('unknown');
  expect(await at(3)).toEqual(burning(60));
  expect(await at(4)).toEqual({ state: LampState.fault, level: 0, faults: LampFault.brokenLantern });
  for (const n of [5, 6, 7]) expect(await at(n)).toBe('unknown');
  expect(await at(8)).toEqual(burning(80));
  expect(await rig.was(lampId('rue Monge', 4), START + 9 * MINUTE_MS)).toEqual(burning(60));
});

it('a lamp that never said anything is one of which nothing is known', async () => {
  await rig.minutes();
  await rig.history.keep();
  expect(await rig.was(MONGE, START + MINUTE_MS)).toMatchObject({ state: LampState.neverSeen });
});

it('goes on through an orderly restart and loses no more than 5 minutes by a sudden one', async () => {
  rig.light(MONGE, 60);
  await rig.minutes(2);
  await rig.history.stop();
  await rig.restart();
  rig.light(MONGE, 30);
  await rig.minutes(7); // :03 to :09, kept at :03 and :08
  await rig.restart(); // nobody said that the hub ends
  rig.light(MONGE, 90);
  await rig.minutes();
  await rig.history.keep();
  const at = (n: number) => rig.was(MONGE, START + n * MINUTE_MS);
  expect(await at(2)).toEqual(burning(60));
  expect(await at(3)).toEqual(burning(30));
  expect(await at(8)).toEqual(burning(30));
  expect(await at(9)).toBe('unknown');
  expect(await at(10)).toEqual(burning(90));
});

it('begins each hour whole, so that an hour is read by itself', async () => {
  rig.light(MONGE, 60);
  await rig.minutes(62);
  await rig.history.keep();
  expect(await readHour(rig.store.db, START)).toHaveLength(2);
  expect(await rig.was(MONGE, START + 61 * MINUTE_MS)).toEqual(burning(60));
});

it('is kept by ten minutes when it is old, with every fault, and is gone when it was kept long enough', async () => {
  rig.light(MONGE, 60);
  await rig.minutes(12);
  rig.light(MONGE, 0, { status: 'defectiveLamp' });
  await rig.minutes(1);
  rig.light(MONGE, 70);
  await rig.minutes(10);
  await rig.history.keep();
  const bytes = async () => (await readHour(rig.store.db, START)).map(({ step }) => step);
  rig.now = START + 7 * DAY + HOUR_MS - 1;
  await rig.history.thin(ending.signal);
  expect(await bytes()).toEqual([1, 1]);
  rig.now += 1;
  await rig.history.thin(ending.signal);
  expect(await bytes()).toEqual([10, 10]);
  expect(await rig.was(MONGE, START + 9 * MINUTE_MS)).toEqual(burning(60));
  expect(await rig.was(MONGE, START + 19 * MINUTE_MS)).toEqual({
    state: LampState.on | LampState.fault,
    level: 60,
    faults: LampFault.defectiveLamp,
  });
  expect(await rig.was(MONGE, START + 20 * MINUTE_MS)).toEqual(burning(70));
  expect(await rig.was(MONGE, START + 30 * MINUTE_MS)).toBe('unknown');
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
    rig.store.write(({ tx }) => FORGETS.lampHistory(tx, cutoffsAt(START + days * DAY, keep), 200));
  expect(await forget(30)).toBe(0);
  expect(await forget(30.1)).toBe(2);
});
