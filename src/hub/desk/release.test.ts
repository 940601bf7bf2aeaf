import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { SeatId, TicketId } from '../../shared/ids.ts';
import { SEAT_GONE } from '../../shared/ticket/seat-gone.ts';
import { instant } from '../../shared/wire/time.ts';
import { readTicket } from '../tickets/read.ts';
import { releaseAbsent } from './release.ts';
import { Seats } from './seats.ts';

const AFTER = 600_000;
const seat = (n: number) => SeatId.parse(`seat-0${n}`);
let room: TestDesk;
let seats: Seats;
let clock: number;
let make: Awaited<ReturnType<TestDesk['signIn']>>;

beforeEach(async () => {
  room = await openTestDesk();
  make = await room.signIn('seat-01', 'p-1');
  clock = 0;
  seats = new Seats(() => clock);
  seats.linkUp();
  beat(1, 2, 3);
});
afterEach(() => room.close());

const beat = (...present: number[]) => {
  for (const n of present) seats.heard(seat(n), true, true);
};
/** the others say every 10 s that they are here */
const pass = (until: number, ...present: number[]) => {
  for (; clock < until; clock += 10_000) beat(...present);
  clock = until;
  beat(...present);
};
const claimed = async (...more: [string, object][]) => {
  const id = v7();
  const on = (op: string, exp: number, args: object) =>
    make({ op, target: { type: 'ticket', id }, exp, args });
  await room.ask('seat-01', on('ticket.create', 0, draft()), on('ticket.claim', 1, {}));
  for (const [n, [op, args]] of more.entries()) await room.ask('seat-01', on(op, 2 + n, args));
  return id;
};
const release = (afterMs = AFTER) => releaseAbsent(room.store, seats, instant(START), afterMs);
const stateOf = async (id: string) => (await readTicket(room.store.db, TicketId.parse(id)))?.state;

it('gives back what a vanished seat had claimed, as an event of the hub, and only that', async () => {
  const plain = await claimed();
  const manned = await claimed(['ticket.assign', { units: ['U-1'] }]);
  seats.heard(seat(1), false, true);
  pass(AFTER - 1, 2, 3);
  expect(await release()).toBe(0);
  pass(AFTER, 2, 3);
  expect(await release()).toBe(1);
  expect(await stateOf(plain)).toBe('open');
  expect(await stateOf(manned)).toBe('inProgress');
  const last = (await room.events()).at(-1);
  expect(last).toMatchObject({
    type: 'ticket.released',
    version: 3,
    motive: SEAT_GONE,
    patch: { owner: null },
  });
  expect(last).not.toHaveProperty('person');
  expect(await release(AFTER)).toBe(0);
});

it('gives back what its units have finished with, and not what one of them is still at', async () => {
  const assign: [string, object] = ['ticket.assign', { units: ['PM 12', 'PM 07'] }];
  const done = (unit: string): [string, object] => ['unit.report', { unit, answer: 'done' }];
  const finished = await claimed(assign, done('PM 12'), done('PM 07'));
  const half = await claimed(assign, done('PM 12'));
  seats.heard(seat(1), false, true);
  pass(AFTER, 2, 3);
  expect(await release()).toBe(1);
  expect(await stateOf(finished)).toBe('open');
  expect(await stateOf(half)).toBe('inProgress');
});

it('lets a P1 whose owner vanished ring again', async () => {
  const id = await claimed(['ticket.prioritise', { priority: 1 }]);
  seats.heard(seat(1), false, true);
  pass(AFTER, 2, 3);
  expect(await release()).toBe(1);
  const ticket = await readTicket(room.store.db, TicketId.parse(id));
  expect(ticket).toMatchObject({ state: 'open', priority: 1 });
  expect(ticket?.acknowledgedBy).toBeUndefined();
});

it('leaves it to an owner who sits at another seat by now', async () => {
  const id = await claimed();
  await room.signIn('seat-02', 'p-1');
  seats.heard(seat(1), false, true);
  pass(AFTER, 2, 3);
  expect(await release()).toBe(0);
  expect(await stateOf(id)).toBe('claimed');
  seats.heard(seat(2), false, true);
  pass(2 * AFTER, 3, 4, 5);
  expect(await release()).toBe(1);
});

it('holds nobody gone while it is itself without a link, and counts anew when it has one again', async () => {
  const id = await claimed();
  pass(20_000, 1, 2, 3);
  seats.heard(seat(1), false, true);
  seats.linkDown();
  clock += 20_000;
  expect(await release(10_000)).toBe(0);
  clock += 10 * AFTER;
  expect(await release()).toBe(0);
  seats.linkUp();
  const again = clock;
  for (const n of [2, 3]) seats.heard(seat(n), true, false);
  seats.heard(seat(1), false, false);
  pass(again + AFTER - 1, 2, 3);
  expect(await release()).toBe(0);
  expect(await stateOf(id)).toBe('claimed');
  pass(again + AFTER, 2, 3);
  expect(await release()).toBe(1);
});

it('does not believe a broker that has retained that a dead seat is there', async () => {
  const id = await claimed();
  seats.linkDown();
  seats.linkUp();
  for (const n of [1, 2, 3]) seats.heard(seat(n), true, false);
  pass(AFTER - 1, 2, 3);
  expect(await release()).toBe(0);
  expect(await stateOf(id)).toBe('claimed');
  pass(AFTER, 2, 3);
  expect(await release()).toBe(1);
});

it('nor that many dead ones are, when they are to vouch that one is gone', async () => {
  await claimed();
  seats.linkDown();
  seats.linkUp();
  for (const n of [2, 3, 4]) seats.heard(seat(n), true, false);
  seats.heard(seat(1), false, true);
  clock += 20_000;
  expect(await release(20_000)).toBe(0);
});

it('takes who has fallen silent for gone, though its will never came', async () => {
  await claimed();
  pass(AFTER - 1, 2, 3);
  expect(await release()).toBe(0);
  pass(AFTER, 2, 3);
  expect(await release()).toBe(1);
});

it('holds nobody gone for a time in which nobody was heard: what came then has not been read yet', async () => {
  const id = await claimed();
  seats.heard(seat(1), false, true);
  pass(20_000, 2, 3);
  // Cut off without a word, or stopped and going on: the seat's return stands unread in the line.
  clock += 2 * AFTER;
  expect(await release()).toBe(0);
  beat(1, 2, 3);
  expect(await release()).toBe(0);
  expect(await stateOf(id)).toBe('claimed');
});

it('looks again once it is its turn to write: the seat is back, or a ticket has another owner', async () => {
  const [first, second] = [await claimed(), await claimed()];
  const other = await room.signIn('seat-02', 'p-4');
  seats.heard(seat(1), false, true);
  pass(AFTER, 2, 3);
  const target = { type: 'ticket', id: first };
  // A supervisor takes one over in the transaction before.
  const busy = Promise.withResolvers<void>();
  const before = room.store.write(() => busy.promise);
  const taken = room.ask(
    'seat-02',
    other({ op: 'ticket.takeover', target, exp: 2, args: {}, motive: 'relève' }),
  );
  const releasing = release();
  await new Promise((resolve) => setImmediate(resolve)); // by then both stand in line
  busy.resolve();
  expect(await before).toBeUndefined();
  expect(await taken).toMatchObject([{ code: 'OK' }]);
  expect(await releasing).toBe(1);
  expect(await stateOf(first)).toBe('claimed');
  expect(await stateOf(second)).toBe('open');
});
