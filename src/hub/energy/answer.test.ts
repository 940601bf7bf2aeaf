import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gather } from '../../../tests/support/gather.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { NOTHING, unpacked } from '../../shared/energy/sums.ts';
import type { SeatId } from '../../shared/ids.ts';
import type { Day } from '../../shared/lighting/local-time.ts';
import { EnergyPage, EnergyQuery } from '../../shared/wire/energy.ts';
import { JournalEntry } from '../../shared/wire/journal.ts';
import { instant } from '../../shared/wire/time.ts';
import { answerEnergy } from './answer.ts';
import { keepDay, keepHour } from './keep.ts';

const SEAT = 'seat-01' as SeatId;
const HOUR = 3_600_000;
const day = (said: string) => said as Day;
let room: TestDesk;
let session: string;

beforeEach(async () => {
  room = await openTestDesk();
  session = String((await room.signIn(SEAT, 'p-1'))({ op: 'x' }).session);
});
afterEach(() => room.close());

async function ask(by: string, from: string, to: string, more: object = {}, seat = SEAT) {
  const query = EnergyQuery.parse({ v: 1, query: v7(), type: 'energy', session, by, from, to, ...more });
  const { store, people } = room;
  const on = { store, people, timeZone: 'Europe/Paris', aheadMinutes: 0 };
  const pages = await gather(answerEnergy(on, seat, query, instant(START)));
  return pages.map((page) => EnergyPage.parse(JSON.parse(page)));
}
const rowsOf = (pages: readonly EnergyPage[]) =>
  pages.flatMap(({ rows }) =>
    rows.map(({ at, district, street, sums }) => [at, district, street, unpacked(sums).meter] as const),
  );
const used = (meter: number) => ({ ...NOTHING, lamps: 1, known: 1, meter, raised: 0.5, presence: -0.1 });
/** Three days of two districts, the second with two streets. */
const keepDays = () =>
  room.store.write(async ({ tx }) => {
    for (const [n, on] of ['2026-11-25', '2026-11-26', '2026-11-27'].entries())
      await keepDay(
        tx,
        day(on),
        new Map([
          ['01', new Map([['rue Monge', used(1 + n)]])],
          ['02', new Map([...['rue Jeannin', 'rue Rude'].map((name) => [name, used(10)] as const)])],
        ]),
      );
  });

it('sums days of the city or of a district, and streets over all days or each day', async () => {
  await keepDays();
  expect(rowsOf(await ask('day', '2026-11-25', '2026-11-26'))).toEqual([
    ['2026-11-25', undefined, undefined, 21],
    ['2026-11-26', undefined, undefined, 22],
  ]);
  expect(rowsOf(await ask('day', '2026-11-27', '2026-11-27', { district: '01' }))).toEqual([
    ['2026-11-27', '01', undefined, 3],
  ]);
  expect(rowsOf(await ask('street', '2026-11-25', '2026-11-27'))).toEqual([
    [undefined, '01', 'rue Monge', 6],
    [undefined, '02', 'rue Jeannin', 30],
    [undefined, '02', 'rue Rude', 30],
  ]);
  expect(rowsOf(await ask('streetDay', '2026-11-26', '2026-11-27', { district: '01' }))).toEqual([
    ['2026-11-26', '01', 'rue Monge', 2],
    ['2026-11-27', '01', 'rue Monge', 3],
  ]);
  expect(rowsOf(await ask('day', '2025-01-01', '2025-01-02'))).toEqual([]);
});

it('a night is from noon to noon there, also where the clocks change', async () => {
  const noon = Date.UTC(2026, 9, 24, 10); // noon in summer time; the next one is 25 hours later
  await room.store.write(async ({ tx }) => {
    for (let n = -2; n < 28; n++)
      await keepHour(tx, noon + n * HOUR, new Map([['01', new Map([['rue Monge', used(1)]])]]));
  });
  expect(rowsOf(await ask('streetOfNight', '2026-10-24', '2026-10-24'))).toEqual([
    [undefined, '01', 'rue Monge', 25],
  ]);
  const hours = rowsOf(await ask('hour', '2026-10-24', '2026-10-24'));
  expect(hours).toHaveLength(14);
  expect(hours[0]?.[0]).toBe(instant(noon - 2 * HOUR));
});

it('of a street it is never told how long lamps were raised for who passed', async () => {
  await keepDays();
  for (const by of ['street', 'streetDay'])
    for (const { rows } of await ask(by, '2026-11-25', '2026-11-27'))
      for (const { sums } of rows) expect(unpacked(sums)).toMatchObject({ raised: 0, presence: 0 });
  const [city] = (await ask('day', '2026-11-25', '2026-11-25'))[0]!.rows;
  expect(unpacked(city!.sums)).toMatchObject({ raised: 1.5, presence: -0.3 });
});

it('refuses whom it does not know and what is too long, and the journal has who asked for what', async () => {
  expect(await ask('street', '2026-11-25', '2026-11-25', {}, 'seat-02' as SeatId)).toMatchObject([
    { ok: false, code: 'FORBIDDEN', rows: [] },
  ]);
  for (const [by, to] of [
    ['streetDay', '2026-12-25'],
    ['hour', '2026-11-24'],
  ] as const)
    expect(await ask(by, '2026-11-25', to)).toMatchObject([{ ok: false, code: 'INVALID', field: 'to' }]);
  const rows = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('action', '=', 'energy.read')
    .orderBy('n')
    .execute();
  expect(rows.map(({ json }) => JournalEntry.parse(JSON.parse(json)))).toMatchObject([
    { seat: 'seat-02', payload: { code: 'FORBIDDEN', by: 'street' } },
    { seat: 'seat-01', person: 'p-1', payload: { code: 'INVALID', by: 'streetDay', to: '2026-12-25' } },
    { payload: { code: 'INVALID' } },
  ]);
});
