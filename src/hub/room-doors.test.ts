import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, START, type TestDesk } from '../../tests/support/hub-desk.ts';
import { MemoryLink } from '../../tests/support/memory-link.ts';
import { until } from '../../tests/support/until.ts';
import { createLog } from '../node/log/log.ts';
import { InputCounter } from '../shared/input-counter.ts';
import { Seats } from './desk/seats.ts';
import { Inbox } from './edge/inbox.ts';
import { JournalWatch } from './journal/watch.ts';
import { openRoomDoors } from './room-doors.ts';

let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

it('answers a seat one question at a time, so that one that asks and asks keeps out no other', async () => {
  const link = new MemoryLink();
  const counter = new InputCounter();
  const log = createLog({ name: 'room', level: 'silent' });
  const taken: string[] = [];
  const broker = Promise.withResolvers<void>();
  const inbox = new Inbox({
    subscribe: (filter, how, handler) => link.subscribe(filter, how, handler),
    counter,
    counted: () => {},
    log,
  });
  openRoomDoors(inbox, {
    store: room.store,
    desk: room.desk,
    seats: new Seats(() => 0),
    journals: new JournalWatch(room.store, log),
    commandQuota: { perSecond: 1, burst: 1 },
    now: () => START,
    reply: async (seat) => {
      taken.push(seat);
      if (seat === 'seat-01') await broker.promise;
      return { ok: true, noSubscribers: false };
    },
    energy: async function* () {},
    consulted: () => async () => 'OK',
    pastDesk: async function* () {},
    history: async function* () {},
    came: () => {},
    failed: (error) => {
      throw error;
    },
  });
  const ask = (seat: string) =>
    link.say(`room/v1/query/${seat}`, { v: 1, query: v7(), type: 'ticket', session: v7(), ticket: v7() });
  for (let n = 0; n < 19; n++) ask('seat-01');
  for (const seat of ['seat-02', 'seat-03', 'seat-04', 'seat-05']) ask(seat);
  await until('all others are answered', () => taken.length === 5);
  expect(taken.filter((seat) => seat === 'seat-01')).toHaveLength(1);
  expect(counter.snapshot().kinds.map(({ reason, count }) => [reason, count])).toEqual([['busy', 14]]);
  broker.resolve();
  await until('it gets what it waits for', () => taken.length === 9);
  ask('seat-01');
  await until('and may ask again', () => taken.length === 10);
});
