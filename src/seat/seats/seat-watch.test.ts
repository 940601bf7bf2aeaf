import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOON, type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { SeatWatch } from './seat-watch.ts';

let parts: SeatParts;
let watch: SeatWatch;
let changes: number;
beforeEach(() => {
  parts = seatParts();
  changes = 0;
  watch = new SeatWatch(
    parts.room,
    () => {
      changes += 1;
    },
    parts.now,
  );
});
afterEach(() => {
  watch.close();
  parts.dispose();
});

const at = instant(NOON);
const word = { v: 1, up: true, instance: 'i', pending: 2, lastSeq: 41, journalCount: 0, at };
const sits = { ...word, person: 'p-2', role: 'operator', since: instant(NOON - 60_000) };
const will = { ...word, up: false, pending: 0, lastSeq: 0 };
const say = (seat: string, said: object, retained = false) =>
  parts.link.say(topics.seat(seat), said, retained);

test('who sits where, since when, how much waits there, and when it was heard', () => {
  say('seat-10', sits);
  say('seat-02', word, true);
  expect(watch.all()).toEqual([
    { seat: 'seat-02', up: true, pending: 2, lastSeq: 41 },
    {
      seat: 'seat-10',
      up: true,
      person: 'p-2',
      role: 'operator',
      satAt: sits.since,
      pending: 2,
      lastSeq: 41,
      heardAt: at,
      since: at,
    },
  ]);
  expect(watch.personAt('seat-10')).toBe('p-2');
});

test('who sat at a seat that went is remembered with the time', () => {
  say('seat-02', sits);
  parts.clock += 5_000;
  say('seat-02', will);
  const gone = instant(NOON + 5_000);
  expect(watch.all()).toMatchObject([{ up: false, since: gone, last: { person: 'p-2', at: gone } }]);
  expect(watch.personAt('seat-02')).toBeUndefined();
  parts.clock += 5_000;
  say('seat-02', { ...sits, person: 'p-3' });
  expect(watch.all()).toMatchObject([{ person: 'p-3', last: { person: 'p-2', at: gone } }]);
});

test('one that went while nobody listened left no later than it was last heard to be there', () => {
  say('seat-02', sits);
  parts.clock += 600_000;
  say('seat-02', will, true);
  expect(watch.all()).toMatchObject([{ up: false, heardAt: at, last: { person: 'p-2', at } }]);
  expect(watch.all()[0]).not.toHaveProperty('since');
});

test('one that is taken away is forgotten, and what is no presence is counted', () => {
  say('seat-02', sits);
  parts.link.say(topics.seat('seat-02'), '');
  expect(watch.all()).toEqual([]);
  say('seat-03', { ...word, pending: -1 });
  expect(parts.rejected()).toEqual({ 'room/v1/seat/+ schema pending': 1 });
  expect(changes).toBe(2);
});

test('wills that come as the broker ends prove nothing, nor does its memory of them; a word or silence will tell', () => {
  say('seat-02', sits);
  say('seat-03', { ...sits, person: 'p-3' });
  parts.clock += 5_000;
  say('seat-03', will);
  parts.clock += 10_000;
  say('seat-02', will);
  parts.link.become('down');
  const here = { seat: 'seat-02', up: true, person: 'p-2', heardAt: at };
  expect(watch.all()).toMatchObject([here, { seat: 'seat-03', up: false }]);
  parts.clock += 1_000;
  say('seat-02', will, true);
  say('seat-03', will, true);
  expect(watch.all()).toMatchObject([
    { ...here, saidGone: true },
    { seat: 'seat-03', up: false },
  ]);
  say('seat-02', sits);
  expect(watch.all()[0]).not.toHaveProperty('saidGone');
  say('seat-02', will);
  expect(watch.all()).toMatchObject([{ up: false, last: { person: 'p-2' } }, { up: false }]);
});
