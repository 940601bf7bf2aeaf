import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { gather } from '../../../tests/support/gather.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import type { AlarmId, SeatId } from '../../shared/ids.ts';
import { alarmsAt, ticketsAt } from '../../shared/ticket/past.ts';
import { JournalEntry } from '../../shared/wire/journal.ts';
import { PastDeskPage, PastDeskQuery } from '../../shared/wire/past-desk.ts';
import { instant } from '../../shared/wire/time.ts';
import { AlarmKeeper } from '../alarms/keeper.ts';
import { answerPastDesk } from './answer.ts';

const SEAT = 'seat-01' as SeatId;
const HOUR = 3_600_000;
let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

async function ask(session: string, from: number, to: number, seat = SEAT) {
  const range = { from: instant(from), to: instant(to) };
  const query = PastDeskQuery.parse({ v: 1, query: v7(), type: 'pastDesk', session, ...range });
  const { store, people } = room;
  const pages = await gather(answerPastDesk({ store, people }, seat, query, instant(room.clock.now)));
  return pages.map((page) => PastDeskPage.parse(JSON.parse(page)));
}
const signIn = async (person: string) => {
  const make = await room.signIn(SEAT, person);
  return { make, session: String(make({ op: 'x' }).session) };
};

it('has the tickets of a night as they were then, without a name or a word of anybody', async () => {
  const { make, session } = await signIn('p-1');
  const id = v7();
  const target = { type: 'ticket', id };
  const said = draft({ description: 'Monsieur Untel crie', caller: { name: 'Madame Untel' }, priority: 3 });
  const [opened] = await room.ask(SEAT, make({ op: 'ticket.create', target, exp: 0, args: said }));
  expect(opened?.code).toBe('OK');
  const openedAt = room.clock.now;
  room.clock.now += HOUR;
  const raise = { op: 'ticket.prioritise', target, exp: 1, args: { priority: 1, motive: 'Untel armé' } };
  const [raised] = await room.ask(SEAT, make(raise));
  expect(raised?.code).toBe('OK');

  const pages = await ask(session, openedAt - HOUR, openedAt + 3 * HOUR);
  const tickets = pages.flatMap((page) => page.tickets);
  expect(tickets).toHaveLength(1);
  const priority = (at: number) => ticketsAt(tickets, at).map((one) => one.priority);
  expect([openedAt - 1, openedAt + HOUR / 2, openedAt + 2 * HOUR].map(priority)).toEqual([[], [3], [1]]);
  expect(JSON.stringify(pages)).not.toMatch(/Untel|p-1|seat-01/);
  // Another night has none of it.
  const before = await ask(session, openedAt - 10 * HOUR, openedAt - HOUR);
  expect(before.flatMap((page) => page.tickets)).toEqual([]);
});

it('has each occurrence of an alarm, from its beginning to its end, also when the alarm itself is gone', async () => {
  const { session } = await signIn('p-1');
  const keeper = new AlarmKeeper(() => {}, 480);
  const id = 'cabinet ARM-1' as AlarmId;
  const facts = {
    source: { kind: 'cabinet', id: 'ARM-1' },
    priority: 2,
    title: 'Armoire sans alimentation',
    place: { label: 'rue Monge', street: 'rue Monge', position: [5.03, 47.32] },
    lamps: 20,
    cabinets: [],
  } as unknown as Parameters<AlarmKeeper['raise']>[2];
  const at = (hours: number) => instant(START + hours * HOUR);
  await room.store.write((unit) => keeper.raise(unit, id, facts, undefined, at(0)));
  await room.store.write((unit) => keeper.grow(unit, id, { ...facts, lamps: 40 }, at(0.5)));
  await room.store.write((unit) => keeper.end(unit, id, at(1)));
  await room.store.write((unit) => keeper.raise(unit, id, facts, undefined, at(2)));
  const pages = await ask(session, START - HOUR, START + 3 * HOUR);
  const alarms = pages.flatMap((page) => page.alarms);
  expect(alarms.map(({ lamps, returnedAt }) => [lamps, returnedAt])).toEqual([
    [40, at(1)],
    [20, undefined],
  ]);
  const standing = (hours: number) => alarmsAt(alarms, START + hours * HOUR).length;
  expect([-0.5, 0.5, 1.5, 2.5].map(standing)).toEqual([0, 1, 0, 1]);
});

it('refuses whom it does not know and what is too long; the journal has who asked for when', async () => {
  const { session } = await signIn('p-1');
  expect(await ask(session, START, START + HOUR, 'seat-02' as SeatId)).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect(await ask(session, START, START + 49 * HOUR)).toMatchObject([{ code: 'INVALID', field: 'to' }]);
  const it = await signIn('p-5');
  expect(await ask(it.session, START, START + HOUR)).toMatchObject([{ code: 'FORBIDDEN' }]);
  const rows = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('action', '=', 'ticket.past')
    .orderBy('n')
    .execute();
  expect(rows.map(({ json }) => JournalEntry.parse(JSON.parse(json)).payload)).toMatchObject([
    { code: 'FORBIDDEN' },
    { code: 'INVALID' },
    { code: 'FORBIDDEN' },
  ]);
});
