import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { chain, GENESIS, type JournalHead } from '../../node/journal/chain.ts';
import { createLog } from '../../node/log/log.ts';
import { SeatId } from '../../shared/ids.ts';
import type { JournalEntry } from '../../shared/wire/journal.ts';
import { instant } from '../../shared/wire/time.ts';
import { receiveJournal } from './receive.ts';
import { accordOf, JournalWatch } from './watch.ts';

const seat = SeatId.parse('seat-01');
const at = instant(START);
let room: TestDesk;
let watch: JournalWatch;
let lines: { level: string; alert?: string }[];

beforeEach(async () => {
  room = await openTestDesk();
  lines = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  watch = new JournalWatch(room.store, createLog({ name: 'watch', write, readable: false }));
});
afterEach(() => room.close());

function written(n: number, about = 'camera.view'): readonly JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (let head: JournalHead = { count: 0, head: GENESIS }; head.count < n; ) {
    const entry = chain(head, { at, action: about, seat });
    entries.push(entry);
    head = { count: entry.n, head: entry.head };
  }
  return entries;
}
const bring = (entries: readonly JournalEntry[]) =>
  receiveJournal(room.store, seat, { v: 1, upload: v7(), entries: [...entries] }, at);
const says = (entries: readonly JournalEntry[]) => {
  const last = entries.at(-1);
  return watch.heard(seat, { count: last?.n ?? 0, head: last?.head ?? GENESIS }, at);
};
const hubLines = async () => {
  const rows = await room.store.db
    .selectFrom('journal')
    .select('action')
    .where('writer', '=', 'hub')
    .execute();
  return rows.map(({ action }) => action);
};

it('a seat that is ahead is waited for, and counted', async () => {
  const journal = written(5);
  await bring(journal.slice(0, 2));
  await says(journal);
  expect([watch.missing, watch.contradicting]).toEqual([3, 0]);
  await bring(journal);
  await says(journal);
  expect([watch.missing, watch.contradicting]).toEqual([0, 0]);
  expect(lines).toEqual([]);
});

it('what comes in line behind an upload is compared with it', async () => {
  const journal = written(3);
  await bring(journal.slice(0, 1));
  await Promise.all([says(journal.slice(0, 2)), bring(journal), says(journal)]);
  expect(lines).toEqual([]);
  expect(watch.missing).toBe(0);
});

it.each([
  ['set back', 'journal-shortened', (journal: readonly JournalEntry[]) => journal.slice(0, 2)],
  ['set up anew', 'journal-shortened', () => []],
  ['written otherwise', 'journal-forked', () => written(4, 'camera.hide')],
  ['written otherwise and shorter', 'journal-forked', () => written(2, 'camera.hide')],
])(
  'a journal that was %s is named once, journalised, counted while it lasts, and said to be well again',
  async (_, alert, made) => {
    const journal = written(4);
    await bring(journal);
    for (let i = 0; i < 3; i++) await says(made(journal));
    expect(lines).toMatchObject([{ level: 'error', alert, seat }]);
    expect(await hubLines()).toEqual([alert.replace('-', '.')]);
    expect(watch.contradicting).toBe(1);
    await says(journal);
    expect(watch.contradicting).toBe(0);
    expect(lines.map(({ level }) => level)).toEqual(['error', 'info']);
  },
);

it('only a journal of which the hub holds the very same beginning agrees', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.constantFrom('same', 'other', undefined), (count, held, there) => {
      const { kind } = accordOf({ count, head: 'same' }, held, count > held ? undefined : there);
      expect(kind).toBe(
        count > held ? 'agrees' : there !== 'same' ? 'forked' : count === held ? 'agrees' : 'shortened',
      );
    }),
  );
});
