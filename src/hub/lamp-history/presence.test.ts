import { afterEach, beforeEach, expect, it } from 'vitest';
import { burning, LampHistoryRig } from '../../../tests/support/lamp-history.ts';
import { lampId, smallLamps } from '../../../tests/support/small-city.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/lamp/history/block.ts';
import { LEVEL_NOT_KEPT, VARIES } from '../../shared/lamp/history/kept.ts';
import { LampState } from '../../shared/lamp/state.ts';
import { readPassages } from './keep.ts';

const START = Date.UTC(2026, 10, 24, 1);
const DAY = 24 * HOUR_MS;
const MONGE = lampId('rue Monge', 3);
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
const rig = new LampHistoryRig(START);

beforeEach(() => {
  rig.programme = undefined;
  return rig.begin();
});
afterEach(() => rig.end());

/** An hour of a street in which each of these walks past some lamps; what the store holds afterwards. */
async function hourWith(walks: readonly (readonly [minute: number, lamp: number])[]) {
  for (const id of smallLamps) rig.light(id, rig.programme?.level ?? 60);
  for (let n = 1; n < 70; n++) {
    rig.now += MINUTE_MS;
    const here = walks.filter(([at]) => at === n).map(([, lamp]) => lampId('rue Monge', lamp));
    const gone = walks.filter(([at]) => at === n - 1).map(([, lamp]) => lampId('rue Monge', lamp));
    for (const id of gone) {
      rig.city.presence(id, false, rig.now);
      rig.light(id, rig.programme?.level ?? 60);
    }
    for (const id of here) {
      rig.city.presence(id, true, rig.now);
      rig.light(id, rig.programme?.raised ?? 90);
    }
    await rig.history.turn();
  }
  await rig.history.stop();
  const rows = await rig.store.db
    .selectFrom('lamp_history')
    .selectAll()
    .orderBy('at')
    .orderBy('district')
    .execute();
  return rows.map(({ bytes, ...row }) => ({ ...row, bytes: Buffer.from(bytes).toString('hex') }));
}
it('whoever walks where lamps are programmed for it, the history of the lamps is byte for byte the same', async () => {
  rig.programme = { level: 30, raised: 90 };
  const alone = await hourWith([]);
  await rig.begin();
  rig.programme = { level: 30, raised: 90 };
  const walked = await hourWith([
    [5, 1],
    [6, 2],
    [7, 3],
    [40, 3],
    [65, 1],
  ]);
  expect(walked).toEqual(alone);
  expect(await rig.was(MONGE, START + 7 * MINUTE_MS)).toEqual({
    ...burning(30),
    state: LampState.on | VARIES,
  });
});

it('where the room does not know the programme, a street in which somebody passed says of its lamps only what is broken', async () => {
  await hourWith([
    [2, 3],
    [30, 3],
  ]);
  for (const n of [2, 3, 30, 31])
    expect(await rig.was(MONGE, START + n * MINUTE_MS)).toEqual({
      state: VARIES,
      level: LEVEL_NOT_KEPT,
      faults: 0,
    });
  expect(await rig.was(lampId('rue de la Liberté', 3), START + 30 * MINUTE_MS)).toEqual(burning(60));
  // A hub that begins knows which streets these are.
  await rig.restart();
  rig.light(MONGE, 90);
  await rig.minutes();
  await rig.history.keep();
  expect(await rig.was(MONGE, rig.now)).toMatchObject({ state: VARIES, level: LEVEL_NOT_KEPT });
});

it('is kept as a sum by street and hour, and not told at all where it may be one person’s', async () => {
  const often = Array.from({ length: 6 }, (_, n) => [2 * n + 1, 3] as const);
  await hourWith([...often, [3, 4], [5, 5]]);
  expect(await readPassages(rig.store.db, START, START + DAY)).toEqual([
    { from: START, district: '01', minutes: 59, streets: { 'rue Monge': 8 } },
  ]);
  await rig.begin();
  await hourWith(often.slice(0, 4));
  expect(await readPassages(rig.store.db, START, START + DAY)).toMatchObject([
    { streets: { 'rue Monge': null } },
  ]);
});

it('no table holds a lamp of which presence was heard, nor when', async () => {
  rig.programme = { level: 30, raised: 90 };
  await hourWith(Array.from({ length: 8 }, (_, n) => [2 * n + 1, 3] as const));
  const told: string[] = [];
  for (const table of TABLES)
    told.push(JSON.stringify(await rig.store.db.selectFrom(table).selectAll().execute()));
  const all = told.join('\n');
  expect(all).toContain('rue Monge');
  expect(all).not.toContain(MONGE);
  // Hours only: no moment at which somebody passed.
  for (const [at] of all.matchAll(/2026-11-24T[\d:.]+Z/g)) expect(at).toMatch(/T\d\d:00:00\.000Z$/);
});

it('what was counted goes on through a restart within the hour', async () => {
  const pass = async (times: number) => {
    for (let n = 0; n < times; n++) {
      rig.city.presence(MONGE, true, rig.now);
      await rig.minutes();
      rig.city.presence(MONGE, false, rig.now);
    }
  };
  await pass(6);
  await rig.history.stop();
  await rig.restart();
  await pass(5);
  await rig.history.stop();
  expect(await readPassages(rig.store.db, START, START + DAY)).toMatchObject([
    { minutes: 11, streets: { 'rue Monge': 11 } },
  ]);
});
