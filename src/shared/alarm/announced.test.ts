import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALARM_START, someAlarm } from '../../../tests/support/alarm.ts';
import { ticket as sample } from '../../../tests/support/ticket.ts';
import { decide } from '../ticket/decide.ts';
import type { Owner, Ticket } from '../ticket/model.ts';
import { TicketCommand } from '../wire/command.ts';
import { type Instant, instant } from '../wire/time.ts';
import { announcements, askedOf, timesAt } from './announced.ts';
import type { Alarm } from './model.ts';
import { type AlarmEvent, reduceAlarm } from './reduce.ts';

const at = (minute: number) => instant(ALARM_START + minute * 60_000);
const by = { seat: 'seat-01', person: 'perrin' } as Owner;
const ticket = (id: string, more: object = {}): Ticket =>
  sample(id, { priority: 1, openedAt: at(0), ...more });
const count = (alarms: Parameters<typeof announcements>[0], tickets: readonly Ticket[] = []) =>
  announcements(alarms, tickets).length;

test('an alarm and the ticket that it opened count once, each time it is raised', () => {
  const opened = ticket('T-1', { source: { kind: 'fault', system: 'lighting', sourceId: 's' }, priority: 2 });
  expect(count([someAlarm()], [opened])).toBe(1);
  const transitions = [true, false, true].map((active, i) => ({ at: at(i), active }));
  expect(count([someAlarm({ transitions })], [opened])).toBe(2);
});

test('a P1 and a P2 count, what can wait does not', () => {
  expect(
    count(
      [],
      [1, 2, 3, 4].map((priority) => ticket(`T-${priority}`, { priority })),
    ),
  ).toBe(2);
});

test('what is raised out of sight asks nobody, nor afterwards', () => {
  const steps = [
    { type: 'shelve', at: at(1), by, minutes: 30, motive: 'Travaux' },
    { type: 'returned', at: at(2) },
    { type: 'raised', at: at(3) },
    { type: 'unshelve', at: at(4), by },
  ] as const;
  const after = steps.reduce<Alarm>((alarm, step) => reduceAlarm(alarm, step)!, someAlarm());
  expect(after.state).toBe('unacknowledged');
  expect(count([after])).toBe(1);
});

const second = (s: number) => instant(ALARM_START + s * 1_000);
const morel = { seat: 'seat-02', person: 'morel' } as Owner;

test('a seat bears what it answered and what was left to anybody, not what another answered at once', () => {
  const all = announcements(
    [reduceAlarm(someAlarm(), { type: 'acknowledge', at: second(14), by })!],
    [
      ticket('T-2', { acknowledgedBy: morel, acknowledgedAt: second(15) }),
      ticket('T-3'),
      ticket('T-4', { openedAt: second(50) }),
    ],
  );
  const counts = (seat: string) =>
    askedOf(all, seat, ALARM_START + 60_000).map(({ what, id }) => (what === 'alarm' ? 'alarm' : id));
  expect(counts('seat-01')).toEqual(['alarm', 'T-2', 'T-3']);
  expect(counts('seat-02')).toEqual(['T-2', 'T-3']);
  expect(timesAt(all, 'seat-02', ALARM_START + 65_000)).toHaveLength(3);
});

test('an answer to one occurrence stays beside the next one, and who hides it has answered too', () => {
  const steps = [
    { type: 'acknowledge', at: second(2), by },
    { type: 'returned', at: at(1) },
    { type: 'raised', at: at(2) },
    { type: 'shelve', at: at(3), by: morel, minutes: 10, motive: 'Travaux' },
    { type: 'unshelve', at: at(4), by },
    { type: 'acknowledge', at: at(5), by },
  ] as const;
  const after = steps.reduce<Alarm>((alarm, step) => reduceAlarm(alarm, step)!, someAlarm());
  expect(announcements([after], []).map(({ by: seat }) => seat)).toEqual(['seat-01', 'seat-02']);
});

test('whatever is answered, hidden or over later, nothing that a seat was asked is taken from it', () => {
  const seats = ['seat-01', 'seat-02', 'seat-03'];
  const who = fc.constantFrom(...seats).map((seat) => ({ seat, person: 'p' }) as Owner);
  const motive = 'm';
  const step = fc.tuple(
    fc.constantFrom(0, 1, 6, 16, 90),
    who,
    fc.constantFrom<AlarmEvent['type']>(
      ...([
        'raised',
        'returned',
        'shelfEnded',
        'acknowledge',
        'unshelve',
        'inService',
        'shelve',
        'outOfService',
      ] as const),
    ),
    fc.constantFrom('ticket.acknowledge', 'ticket.claim', 'ticket.release', 'ticket.reopen', 'ticket.close'),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      let alarm = someAlarm({ ticket: undefined });
      let call = ticket('T-9');
      let now = ALARM_START;
      let before = new Map<string, readonly string[]>();
      for (const [seconds, owner, type, op] of steps) {
        now += seconds * 1_000;
        const event = { type, at: instant(now), by: owner, minutes: 1, motive } as AlarmEvent;
        alarm = reduceAlarm(alarm, event) ?? alarm;
        call = acted(call, op, owner, instant(now));
        const all = announcements([alarm], [call]);
        const asked = new Map(
          seats.map((seat) => [seat, askedOf(all, seat, now).map(({ id, at: when }) => `${id} ${when}`)]),
        );
        for (const [seat, known] of before)
          expect(asked.get(seat)).toEqual(expect.arrayContaining([...known]));
        before = asked;
      }
    }),
  );
});

/** The ticket after a command of a supervisor's at a seat, if the rules allow it. */
function acted(call: Ticket, op: string, owner: Owner, when: Instant): Ticket {
  const command = TicketCommand.parse({
    v: 1,
    cmd: '018f0000-0000-7000-8000-000000000000',
    session: 's',
    op,
    target: { type: 'ticket', id: call.id },
    exp: call.version,
    args: op === 'ticket.close' ? { outcome: 'done' } : {},
    madeAt: when,
  });
  const decided = decide(call, command, { actor: { ...owner, role: 'supervisor' }, at: when, ref: '' });
  if (!decided.ok) return call;
  const fields: Record<string, unknown> = { ...call, ...decided.patch, version: decided.version };
  for (const [name, value] of Object.entries(fields)) if (value === null) delete fields[name];
  return fields as Ticket;
}

test('what a seat was asked can be named: which alarm, which ticket, when', () => {
  const alarm = someAlarm();
  const all = announcements(
    [alarm],
    [ticket('T-3'), ticket('T-4', { acknowledgedBy: { seat: 'seat-09', person: 'roy' } })],
  );
  expect(askedOf(all, 'seat-01', ALARM_START + 60_000).map(({ what, id }) => [what, id])).toEqual([
    ['alarm', alarm.id],
    ['ticket', 'T-3'],
  ]);
});
