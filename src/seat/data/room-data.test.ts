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
let mayLocate: boolean;

function open(): void {
  store = new RoomDataStore(parts.databases.city, new Disk(parts.databases.city, parts.alerts));
  data = new RoomData({
    room: parts.room,
    store,
    mayLocate: () => mayLocate,
    onChange: (change) => told.push(change),
  });
}
beforeEach(() => {
  parts = seatParts();
  told = [];
  mayLocate = true;
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

const unit = {
  v: 1,
  id: 'PM-12',
  callSign: 'PM 12',
  service: 'police',
  kind: 'car',
  skills: [],
  status: 'available',
  at: '2026-11-24T18:00:00.000Z',
};
const placed = { ...unit, position: [5.04, 47.32], positionAt: '2026-11-24T17:59:58.000Z' };
const onDisk = () => store.read('unit').map(([, value]) => value);

it('knows where units are as long as it runs, and never keeps it', async () => {
  parts.link.say('room/v1/data/unit/PM-12', placed, true);
  await until('told', () => told.length > 0);
  expect(told).toEqual([{ kind: 'unit', upserts: [placed], removed: [] }]);
  store.close();
  expect(onDisk()).toEqual([unit]);
  data.close();
  open();
  expect(data.all('unit')).toEqual([unit]);
});

it('takes from the disk what an older version has kept there', () => {
  store.save('unit', 'PM-12', placed);
  store.close();
  expect(onDisk()).toEqual([placed]);
  data.close();
  open();
  expect(onDisk()).toEqual([unit]);
});

it('tells windows of no place before somebody sits there who may see it', async () => {
  mayLocate = false;
  parts.link.say('room/v1/data/unit/PM-12', placed, true);
  await until('told', () => told.length > 0);
  expect(told).toEqual([{ kind: 'unit', upserts: [unit], removed: [] }]);
  expect(JSON.stringify(data.snapshot())).not.toContain('position');
  mayLocate = true;
  data.rightsChanged();
  await until('told again', () => told.length > 1);
  expect(told[1]).toEqual({ kind: 'unit', upserts: [placed], removed: [] });
});
