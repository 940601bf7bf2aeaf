import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { until } from '../../../tests/support/until.ts';
import type { RoomDataChange } from '../../shared/wire/room-data.ts';
import { Disk } from '../disk/disk.ts';
import { RoomData } from './room-data.ts';
import { RoomDataStore } from './room-data-store.ts';

const topic = (id: string) => `room/v1/data/adviceTally/${id}`;
const LISTING = 'room/v1/data/index/adviceTally';
const tally = (id: string, followed = 0) => ({
  id,
  rule: id,
  days: 30,
  followed,
  met: 0,
  missed: 0,
  open: followed,
  refused: 0,
  motives: [],
});

let parts: SeatParts;
let store: RoomDataStore;
let data: RoomData;
let told: RoomDataChange[];

function open(): void {
  store = new RoomDataStore(parts.databases.city, new Disk(parts.databases.city, parts.alerts));
  data = new RoomData({ room: parts.room, store, onChange: (change) => told.push(change) });
}
beforeEach(() => {
  parts = seatParts();
  told = [];
  open();
});
afterEach(() => {
  data.close();
  store.close();
  parts.dispose();
});
const ids = () => data.all('adviceTally').map(({ id }) => id);

it('knows the latest of each id, and tells windows of a burst together', async () => {
  parts.link.say(topic('a'), tally('a'), true);
  parts.link.say(topic('b'), tally('b'), true);
  parts.link.say(topic('a'), tally('a', 7), true);
  expect(data.get('adviceTally', 'a')).toMatchObject({ followed: 7 });
  await until('told', () => told.length > 0);
  expect(told).toEqual([{ kind: 'adviceTally', upserts: [tally('a', 7), tally('b')], removed: [] }]);
});

it('forgets what is taken away, and what was taken away while it was not there', async () => {
  for (const id of ['a', 'b', 'c']) parts.link.say(topic(id), tally(id), true);
  await until('told', () => told.length > 0);
  parts.link.say(topic('a'), new Uint8Array());
  parts.link.become('down');
  parts.link.say(LISTING, { v: 1, ids: ['c'] }, true);
  expect(ids()).toEqual(['c']);
  await until('told again', () => told.length > 1);
  expect(told.at(-1)).toEqual({ kind: 'adviceTally', upserts: [], removed: ['a', 'b'] });
});

it('keeps what it has heard of since it is there, for a listing may be told later', () => {
  parts.link.say(topic('gone'), tally('gone'), true);
  parts.link.become('down');
  parts.link.say(topic('a'), tally('a'), true);
  parts.link.say(LISTING, { v: 1, ids: ['gone'] }, true);
  expect(ids()).toEqual(['gone', 'a']);
  parts.link.say(topic('b'), tally('b'));
  parts.link.say(LISTING, { v: 1, ids: ['a'] });
  expect(ids()).toEqual(['a', 'b']);
  parts.link.say(topic('b'), new Uint8Array());
  expect(ids()).toEqual(['a']);
});

it('refuses what is no such value, or stands on the topic of another, and counts it', () => {
  parts.link.say(topic('a'), { ...tally('a'), followed: 'often' }, true);
  parts.link.say(topic('a'), tally('b'), true);
  expect(ids()).toEqual([]);
  expect(parts.rejected()).toEqual({
    'room/v1/data/+/+ schema followed': 1,
    'room/v1/data/+/+ id id': 1,
  });
});

it('has after a restart without the room what it knew, but for what it can’t read any more', () => {
  for (const id of ['a', 'b']) parts.link.say(topic(id), tally(id), true);
  data.close();
  store.close();
  parts.databases.city.prepare('UPDATE room_data SET body = \'{"id":"b"}\' WHERE id = \'b\'').run();
  parts.reopen();
  open();
  expect(ids()).toEqual(['a']);
});
