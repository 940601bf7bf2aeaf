import { expect, it } from 'vitest';
import { PastAlarm, PastTicket } from '../wire/past-desk.ts';
import { instant } from '../wire/time.ts';
import { alarmsAt, ticketsAt } from './past.ts';

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 10, 24, 1);
const at = (minute: number) => instant(T0 + minute * MINUTE);
const ticket = (n: number, more: object = {}) =>
  PastTicket.parse({
    id: `01991d2e-0000-7000-8000-00000000000${n}`,
    kind: 'fight',
    service: 'police',
    place: {},
    priorities: [{ at: at(0), priority: 2 }],
    openedAt: at(0),
    ...more,
  });

it('shows what was open at each moment, as old and as urgent as it was then', () => {
  const raised = ticket(1, {
    priorities: [
      { at: at(0), priority: 3 },
      { at: at(10), priority: 1 },
    ],
    claimedAt: at(5),
    closedAt: at(20),
  });
  const other = ticket(2);
  const then = (minute: number) =>
    ticketsAt([raised, other], T0 + minute * MINUTE).map(({ ticket: { id }, priority, taken, age }) => [
      id.at(-1),
      priority,
      taken,
      age / MINUTE,
    ]);
  expect(then(-1)).toEqual([]);
  expect(then(4)).toEqual([
    ['2', 2, false, 4],
    ['1', 3, false, 4],
  ]);
  expect(then(12)).toEqual([
    ['1', 1, true, 12],
    ['2', 2, false, 12],
  ]);
  expect(then(20)).toEqual([['2', 2, false, 20]]);
});

it('an alarm is there while its condition stood', () => {
  const alarm = PastAlarm.parse({
    id: 'cabinet ARM-1',
    title: 'Armoire sans alimentation',
    priority: 2,
    place: {},
    lamps: 40,
    raisedAt: at(0),
    returnedAt: at(30),
  });
  expect([-1, 0, 29, 30].map((minute) => alarmsAt([alarm], T0 + minute * MINUTE).length)).toEqual([
    0, 1, 1, 0,
  ]);
});

it('a ticket and an alarm have no room for names or words', () => {
  const said = { ...ticket(1), title: 'Chez M. Martin', caller: { name: 'Martin' }, description: 'ivre' };
  const place = { label: 'chez M. Martin', street: 'rue Monge' };
  expect(JSON.stringify(PastTicket.parse({ ...said, place }))).not.toMatch(/Martin|ivre/);
});
