import { describe, expect, test } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import { Person } from '../rights/model.ts';
import { hearingOf } from '../seat/presence.ts';
import { SeatSeen } from '../seat/seen.ts';
import { DEFAULT_TARGETS, roomTargets } from '../ticket/targets.ts';
import { instant } from '../wire/time.ts';
import { emptySeats, holdings, loads, queueHealth } from './room.ts';

const NOW = 10_000_000;
const people = ['p-1', 'p-2', 'p-3'].map((id) =>
  Person.parse({ v: 1, id, name: id, role: 'operator', domains: [] }),
);
const held = (id: string, person: string, over: object = {}) =>
  ticket(id, { state: 'claimed', owner: { seat: 's', person }, ...over });
const sits = (seat: string, person: string | undefined, over: object = {}) =>
  SeatSeen.parse({ seat, up: true, person, pending: 0, lastSeq: 0, heardAt: instant(NOW), ...over });
const hearing = hearingOf({ kind: 'up', since: instant(0), heardAt: instant(NOW) }, NOW);
const room = (tickets: Parameters<typeof holdings>[0], seats: readonly SeatSeen[]) =>
  loads(holdings(tickets), people, seats, hearing).map(({ id, orphaned, counts, pending }) => [
    id,
    orphaned,
    counts.join(''),
    pending,
  ]);

describe('the people of the room', () => {
  test('are those who sit or hold something: first whose tickets nobody sees to, then by seat', () => {
    const tickets = [
      held('T-1', 'p-3', { priority: 1 }),
      held('T-2', 'p-3'),
      held('T-3', 'p-1'),
      ticket('T-4'),
    ];
    const seats = [sits('seat-10', 'p-1', { pending: 2 }), sits('seat-9', 'p-2')];
    expect(room(tickets, seats)).toEqual([
      ['p-3', true, '1100', 0],
      ['p-2', false, '0000', 0],
      ['p-1', false, '0100', 2],
    ]);
  });
  test('one at a seat that fell silent sees to nothing', () => {
    const silent = sits('seat-1', 'p-1', { heardAt: instant(NOW - 60_000) });
    expect(room([held('T-1', 'p-1')], [silent])).toEqual([['p-1', true, '0100', 0]]);
    expect(room([], [silent])).toEqual([]);
  });
  test('this seat knows itself how many of its commands wait, whatever it last told the room', () => {
    const seats = [sits('seat-1', 'p-1'), sits('seat-2', 'p-2', { pending: 1 })];
    const all = loads(holdings([]), people, seats, hearing, { seat: 'seat-1', pending: 5 });
    expect(all.map(({ id, pending }) => [id, pending])).toEqual([
      ['p-1', 5],
      ['p-2', 1],
    ]);
  });
  test('somebody whom the room knows no more still holds what they hold', () =>
    expect(room([held('T-1', 'p-9')], [])).toEqual([['p-9', true, '0100', 0]]));
});

test('the queue is what nobody holds, each priority against its target', () => {
  const waits = (id: string, priority: number, age: number) =>
    ticket(id, { priority, openedAt: instant(NOW - age) });
  const tickets = [
    waits('T-1', 1, 59_000),
    waits('T-2', 1, 61_000),
    waits('T-3', 3, 1_000),
    held('T-4', 'p-1', { priority: 2 }),
    ticket('T-5', { state: 'closed', priority: 2 }),
  ];
  expect(queueHealth(holdings(tickets), DEFAULT_TARGETS, NOW)).toEqual([
    { priority: 1, waiting: 2, inHand: 0, late: 1, oldest: 61_000 },
    { priority: 2, waiting: 0, inHand: 1, late: 0, oldest: undefined },
    { priority: 3, waiting: 1, inHand: 0, late: 0, oldest: 1_000 },
    { priority: 4, waiting: 0, inHand: 0, late: 0, oldest: undefined },
  ]);
});

test('what waits is late by the targets of the room, and by those of its kind', () => {
  const openedAt = instant(NOW - 20 * 60_000);
  const tickets = [
    ticket('T-1', { priority: 3, kind: 'noise', openedAt }),
    ticket('T-2', { priority: 3, kind: 'parking', openedAt }),
  ];
  const late = (targets: typeof DEFAULT_TARGETS) => queueHealth(holdings(tickets), targets, NOW)[2]!.late;
  expect(late(DEFAULT_TARGETS)).toBe(1);
  expect(late(roomTargets({ priorities: { 3: { claim: 15 } }, kinds: {} }))).toBe(2);
  expect(late(roomTargets({ priorities: {}, kinds: { noise: { claim: 60 } } }))).toBe(0);
});

test('a seat is empty where nobody sits, or where whoever sat is not heard any more', () => {
  const seats = [
    sits('1', 'p-1'),
    sits('2', undefined),
    sits('3', 'p-2', { heardAt: instant(NOW - 60_000) }),
    sits('4', undefined, { up: false }),
  ];
  expect(emptySeats(seats, hearing).map(({ seen, state }) => [seen.seat, state])).toEqual([
    ['2', 'here'],
    ['3', 'silent'],
    ['4', 'gone'],
  ]);
});
