import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { chain, chainFault, GENESIS, type JournalHead } from '../../node/journal/chain.ts';
import { SeatId } from '../../shared/ids.ts';
import { JournalEntry } from '../../shared/wire/journal.ts';
import { instant } from '../../shared/wire/time.ts';
import { HUB_WRITER, journalize, seatWriter } from './journalize.ts';
import { receiveJournal } from './receive.ts';

const seat = SeatId.parse('seat-01');
const at = instant(START);
let room: TestDesk;

beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

/** A journal of n entries as a seat would write it. */
function written(n: number, about = 'camera.view'): readonly JournalEntry[] {
  let head: JournalHead = { count: 0, head: GENESIS };
  return Array.from({ length: n }, (_, i) => {
    const entry = chain(head, { at, action: about, seat, payload: { i } });
    head = { count: entry.n, head: entry.head };
    return entry;
  });
}
const send = async (entries: readonly JournalEntry[]) =>
  (await receiveJournal(room.store, seat, { v: 1, upload: v7(), entries: [...entries] }, at)).ack;
const kept = async (writer = seatWriter(seat)) => {
  const rows = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('writer', '=', writer)
    .orderBy('n')
    .execute();
  return rows.map(({ json }) => JournalEntry.parse(JSON.parse(json)));
};

it('keeps a journal that continues, however it overlaps with what is there', async () => {
  const journal = written(6);
  expect(await send(journal.slice(0, 3))).toMatchObject({ ok: true, kept: 3 });
  expect(await send(journal.slice(1, 5))).toMatchObject({ ok: true, kept: 5 });
  expect(await send(journal)).toMatchObject({ ok: true, kept: 6 });
  expect(await kept()).toEqual(journal);
});

it('refuses a gap and a payload that was changed after it was sealed, and says how far it has come', async () => {
  const journal = written(4);
  expect(await send(journal.slice(2))).toMatchObject({ ok: false, code: 'BROKEN', kept: 0 });
  const changed = journal.map((entry, i) => (i === 2 ? { ...entry, payload: { i: 99 } } : entry));
  expect(await send(changed)).toMatchObject({ ok: false, code: 'BROKEN', kept: 2 });
  expect(await kept()).toEqual(journal.slice(0, 2));
});

it('sees a PC that was set up anew, keeps the old journal and writes down that it happened', async () => {
  const journal = written(3);
  await send(journal);
  expect(await send(written(2, 'session.open'))).toMatchObject({ ok: false, code: 'FORKED', kept: 3 });
  expect(await kept()).toEqual(journal);
  expect(await kept(HUB_WRITER)).toMatchObject([{ action: 'journal.forked', seat }]);
});

it('writes each fork down once, however often the seat asks, and another one again', async () => {
  await send(written(3));
  const anew = written(4, 'session.open');
  for (let n = 1; n <= 4; n++)
    expect(await send(anew.slice(0, n))).toMatchObject({ ok: false, code: 'FORKED' });
  expect(await kept(HUB_WRITER)).toHaveLength(1);
  expect(await send(written(2, 'camera.hide'))).toMatchObject({ ok: false, code: 'FORKED' });
  expect(await kept(HUB_WRITER)).toHaveLength(2);
});

it('chains the hub’s own lines, and a unit that fails leaves none', async () => {
  await room.store.write((unit) => journalize(unit, { at, action: 'a' }));
  const failing = room.store.write(async (unit) => {
    await journalize(unit, { at, action: 'never' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await room.store.write((unit) => journalize(unit, { at, action: 'b' }));
  const lines = await kept(HUB_WRITER);
  expect(lines.map(({ action }) => action)).toEqual(['a', 'b']);
  let head: JournalHead = { count: 0, head: GENESIS };
  for (const line of lines) {
    expect(chainFault(head, line)).toBeUndefined();
    head = { count: line.n, head: line.head };
  }
});
