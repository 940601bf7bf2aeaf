import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gather } from '../../../tests/support/gather.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import type { SeatId } from '../../shared/ids.ts';
import { emptyColumns, HOUR_MS, hourOf } from '../../shared/lamp/history/block.ts';
import { JournalEntry } from '../../shared/wire/journal.ts';
import { LampHistoryPage, LampHistoryQuery } from '../../shared/wire/lamp-history.ts';
import { instant } from '../../shared/wire/time.ts';
import { answerHistory } from './answer.ts';
import { DistrictHour } from './district-hour.ts';
import { blockOf, keepPassages, keepRows, rowOf } from './keep.ts';

const SEAT = 'seat-01' as SeatId;
let room: TestDesk;
let kept: number;

beforeEach(async () => {
  room = await openTestDesk();
  kept = 0;
});
afterEach(() => room.close());

const signIn = async (person: string): Promise<string> =>
  String((await room.signIn(SEAT, person))({ op: 'x' }).session);
async function ask(session: string, from: number, to: number, seat = SEAT, district?: string) {
  const history = {
    keep: async () => {
      kept += 1;
    },
  };
  const range = { from: instant(from), to: instant(to), ...(district && { district }) };
  const query = LampHistoryQuery.parse({ v: 1, query: v7(), type: 'lampHistory', session, ...range });
  const { store, people } = room;
  const pages = await gather(answerHistory({ store, people, history }, seat, query, instant(room.clock.now)));
  return pages.map((page) => LampHistoryPage.parse(JSON.parse(page)));
}
async function journal() {
  const rows = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('action', '=', 'lamp.history')
    .orderBy('n')
    .execute();
  return rows.map(({ json }) => JournalEntry.parse(JSON.parse(json)));
}
/** Hours of two districts, and passages of the first hour. */
async function keepHours(count: number): Promise<void> {
  await room.store.write(async ({ tx }) => {
    for (let n = 0; n < count; n++)
      for (const district of ['01', '02']) {
        const block = DistrictHour.begin(hourOf(START) + n * HOUR_MS, 0, 1, emptyColumns(3)).block;
        await keepRows(tx, [await rowOf(district, block)]);
      }
    const streets = { 'rue Monge': 12, 'rue Jeannin': null };
    await keepPassages(tx, [{ from: hourOf(START), district: '01', minutes: 60, streets }]);
  });
}

it('answers with the hours that the stretch touches and their passages, after what runs was kept', async () => {
  await keepHours(4);
  const session = await signIn('p-1');
  const pages = await ask(session, START + HOUR_MS / 2, START + 2 * HOUR_MS);
  expect(kept).toBe(1);
  expect(pages.map(({ ok, code, more }) => [ok, code, more])).toEqual([
    [true, 'OK', true],
    [true, 'OK', false],
  ]);
  const hours = pages.flatMap((page) => page.hours);
  expect(hours.map(({ district, at }) => [district, at])).toEqual([
    ['01', instant(hourOf(START))],
    ['02', instant(hourOf(START))],
    ['01', instant(hourOf(START) + HOUR_MS)],
    ['02', instant(hourOf(START) + HOUR_MS)],
  ]);
  const block = blockOf({ bytes: Buffer.from(hours[0]!.bytes, 'base64') });
  expect(block).toMatchObject({ from: hourOf(START), step: 1 });
  expect(pages.flatMap((page) => page.passages)).toMatchObject([
    { district: '01', minutes: 60, streets: { 'rue Monge': 12, 'rue Jeannin': null } },
  ]);
});

it('of one district alone has no other, and the journal says which was looked at', async () => {
  await keepHours(2);
  const session = await signIn('p-1');
  const pages = await ask(session, START, START + 2 * HOUR_MS, SEAT, '02');
  expect(pages.flatMap(({ hours }) => hours.map(({ district }) => district))).toEqual(['02', '02']);
  expect(pages.flatMap(({ passages }) => passages)).toEqual([]);
  expect(await journal()).toMatchObject([{ payload: { code: 'OK', district: '02' } }]);
});

it('of a time of which nothing is kept there is an empty answer, not none', async () => {
  const session = await signIn('p-1');
  expect(await ask(session, START, START + HOUR_MS)).toMatchObject([{ ok: true, hours: [], passages: [] }]);
});

it('writes down who asked and for when, before it answers; also that it refused', async () => {
  const session = await signIn('p-1');
  await ask(session, START, START + HOUR_MS);
  const other = await ask(session, START, START + HOUR_MS, 'seat-02' as SeatId);
  const it = await ask(await signIn('p-5'), START, START + HOUR_MS);
  for (const refused of [other, it]) {
    expect(refused).toMatchObject([{ ok: false, code: 'FORBIDDEN', hours: [] }]);
    expect(refused).toHaveLength(1);
  }
  const range = { from: instant(START), to: instant(START + HOUR_MS) };
  expect(await journal()).toMatchObject([
    { seat: 'seat-01', person: 'p-1', payload: { code: 'OK', ...range } },
    { seat: 'seat-02', payload: { code: 'FORBIDDEN' } },
    { seat: 'seat-01', person: 'p-5', payload: { code: 'FORBIDDEN' } },
  ]);
});

it('no stretch, one that goes back, or one too long is invalid', async () => {
  const session = await signIn('p-1');
  for (const to of [START, START - 1, START + 48 * HOUR_MS + 1])
    expect(await ask(session, START, to)).toMatchObject([{ ok: false, code: 'INVALID', field: 'to' }]);
});
