import { expect, test } from 'vitest';
import { ALARM_START, someAlarm } from '../../../tests/support/alarm.ts';
import { ticket as sample } from '../../../tests/support/ticket.ts';
import type { Ticket } from '../ticket/model.ts';
import { instant } from '../wire/time.ts';
import { announcements, askedOf, timesAt } from './announced.ts';

const at = (minute: number) => instant(ALARM_START + minute * 60_000);
const by = { seat: 'seat-01', person: 'perrin' };
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

test('what is raised out of sight asks nobody', () => {
  const transitions = [true, false, true, false, true].map((active, i) => ({ at: at(i), active }));
  const shelved = { by, at: at(1), until: at(60), motive: 'Travaux' };
  expect(count([someAlarm({ state: 'shelved', shelved, transitions })])).toBe(1);
});

test('a seat bears what it answered and what waits for anybody, not what another answered', () => {
  const all = announcements(
    [someAlarm({ state: 'acknowledged', acknowledged: { by, at: at(1) } })],
    [ticket('T-2', { acknowledgedBy: { seat: 'seat-02', person: 'morel' } }), ticket('T-3')],
  );
  expect(timesAt(all, 'seat-01')).toHaveLength(2);
  expect(timesAt(all, 'seat-02')).toHaveLength(2);
  expect(timesAt(all, 'seat-03')).toHaveLength(1);
});

test('what a seat was asked can be named: which alarm, which ticket, when', () => {
  const alarm = someAlarm();
  const all = announcements(
    [alarm],
    [ticket('T-3'), ticket('T-4', { acknowledgedBy: { seat: 'seat-09', person: 'roy' } })],
  );
  expect(askedOf(all, 'seat-01').map(({ what, id }) => [what, id])).toEqual([
    ['alarm', alarm.id],
    ['ticket', 'T-3'],
  ]);
});
