import { expect, test } from 'vitest';
import { someAlarm } from '../../../tests/support/alarm.ts';
import { ticket } from '../../../tests/support/ticket.ts';
import { instant } from '../wire/time.ts';
import { summarise } from './summary.ts';

const DUE = instant(9_000);
const promise = (person: string) => ({ due: DUE, by: { seat: 's', person } });
const held = (id: string, over: object = {}) =>
  ticket(id, { state: 'claimed', owner: { seat: 's', person: 'p-1' }, ...over });

test('a summary tells of all that is held, most urgent first, then of promises made and alarms shelved, and of nothing else', () => {
  const mark = {
    cmd: '0193f2c4-7a50-7c3e-9d5b-0a1b2c3d4e5f',
    procedure: { id: 'smoke', version: 1 },
    state: 'skipped',
    person: 'p-1',
    seat: 's',
    at: instant(2_000),
    motive: 'pas de radio',
  };
  const tickets = [
    held('T-1', { handoverTo: 'p-3' }),
    held('T-2', {
      priority: 1,
      state: 'inProgress',
      units: ['PM 12', 'PM 07'],
      assignments: [{ unit: 'PM 07', state: 'done', at: instant(3_000) }],
    }),
    held('T-3', {
      openedAt: instant(500),
      steps: [{ ...mark, step: { id: 'call', text: 'Appeler les pompiers' } }],
    }),
    held('T-4', { state: 'closed' }),
    held('T-5', { owner: { seat: 's', person: 'p-2' } }),
    ticket('T-6'),
    ticket('T-7', { callback: promise('p-1') }),
    ticket('T-8', { callback: { ...promise('p-1'), keptAt: DUE } }),
    ticket('T-9', { callback: promise('p-2') }),
    held('T-10', { priority: 3, callback: promise('p-2') }),
  ];
  const shelf = (person: string, until: number) => ({
    state: 'shelved',
    shelved: { by: { seat: 's', person }, at: instant(1_000), until: instant(until), motive: 'Travaux' },
  });
  const alarms = [
    someAlarm({ id: 'A-1', ...shelf('p-1', 9_000) }),
    someAlarm({ id: 'A-2', ...shelf('p-2', 8_000) }),
    someAlarm({ id: 'A-3', ...shelf('p-1', 7_000) }),
    someAlarm({ id: 'A-4' }),
  ];
  expect(summarise(tickets, alarms, 'p-1')).toEqual([
    { kind: 'ticket', ticket: 'T-2' },
    { kind: 'units', ticket: 'T-2', units: ['PM 12'] },
    { kind: 'ticket', ticket: 'T-3' },
    { kind: 'skipped', ticket: 'T-3', steps: ['Appeler les pompiers'], motives: ['pas de radio'] },
    { kind: 'ticket', ticket: 'T-1', asked: 'p-3' },
    { kind: 'ticket', ticket: 'T-10' },
    { kind: 'promise', ticket: 'T-10', due: DUE },
    { kind: 'promise', ticket: 'T-7', due: DUE },
    { kind: 'shelved', alarm: 'A-3', title: '62 lampadaires en panne', until: instant(7_000) },
    { kind: 'shelved', alarm: 'A-1', title: '62 lampadaires en panne', until: instant(9_000) },
  ]);
});
