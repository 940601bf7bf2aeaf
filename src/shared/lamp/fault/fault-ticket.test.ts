import { expect, test } from 'vitest';
import { someAlarm } from '../../../../tests/support/alarm.ts';
import { ticket } from '../../../../tests/support/ticket.ts';
import { faultDraft, faultTicketId, ticketsOfFaults } from './fault-ticket.ts';
import { type FaultCause, LampFaultGroup } from './group.ts';

const group = (cause: FaultCause, more: object = {}) =>
  LampFaultGroup.parse({
    v: 1,
    id: `${cause}|ARM-1`,
    cause,
    lamps: 2,
    cabinet: 'ARM-1',
    streets: ['rue Monge'],
    moreStreets: 0,
    commune: 'Dijon',
    position: [5.04, 47.32],
    since: '2026-11-24T02:00:00.000Z',
    named: ['L-1', 'L-2'],
    ...more,
  });
const said = { title: 't', place: 'rue Monge', description: 'd' };
const lighting = { service: 'lighting' };
const cabinetOf = () => 'ARM-1';

test('one ticket whoever opens it; the next time it breaks, another', () => {
  expect(faultTicketId(group('light'))).toBe(faultTicketId(group('light')));
  expect(faultTicketId(group('light'))).not.toBe(
    faultTicketId(group('light', { since: '2026-11-25T02:00:00.000Z' })),
  );
});

test.each([
  ['feeder', 'feederFault', 2],
  ['clock', 'feederFault', 3],
  ['cable', 'feederFault', 3],
  ['gateway', 'feederFault', 4],
  ['mast', 'lampFault', 3],
  ['leds', 'lampFault', 4],
] as const)('%s is %s, P%i', (cause, kind, priority) =>
  expect(faultDraft(group(cause), said)).toMatchObject({ kind, priority, devices: ['L-1', 'L-2'] }),
);

test('its ticket is the one that was opened for it, that of its alarm, or one that names a lamp of its', () => {
  const own = ticket(faultTicketId(group('light')), lighting);
  const named = ticket('T-2', { ...lighting, devices: ['L-2'] });
  const alarm = someAlarm({ ticket: 'T-1', condition: 'supply' });
  const of = (cause: FaultCause, tickets: Parameters<typeof ticketsOfFaults>[0]) =>
    ticketsOfFaults(tickets, [alarm], cabinetOf)(group(cause));
  expect(of('light', [named, own])).toBe(own.id);
  expect(of('light', [named])).toBe('T-2');
  expect(of('noSupply', [ticket('T-1', lighting)])).toBe('T-1');
  // Lamps that burn by day are not what that alarm tells of.
  expect(of('clock', [ticket('T-1', lighting)])).toBeUndefined();
});

test('what is closed, another service’s or only a lamp elsewhere is none', () => {
  const closed = ticket('T-2', { ...lighting, state: 'closed', devices: ['L-2'] });
  const elsewhere = ticket('T-3', { ...lighting, devices: ['L-9'] });
  const roads = ticket('T-4', { service: 'roads', devices: ['L-1'] });
  expect(ticketsOfFaults([closed, elsewhere, roads], [], cabinetOf)(group('light'))).toBeUndefined();
});
