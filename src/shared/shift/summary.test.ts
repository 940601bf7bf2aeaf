import { expect, test } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import { instant } from '../wire/time.ts';
import { heldBy, summarise } from './summary.ts';

const held = (id: string, over: object = {}) =>
  ticket(id, { state: 'claimed', owner: { seat: 's', person: 'p-1' }, ...over });

test('a summary tells of all that is held, most urgent first, and of nothing else', () => {
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
    held('T-2', { priority: 1, state: 'inProgress', units: ['PM 12'] }),
    held('T-3', {
      openedAt: instant(500),
      steps: [{ ...mark, step: { id: 'call', text: 'Appeler les pompiers' } }],
    }),
    held('T-4', { state: 'closed' }),
    held('T-5', { owner: { seat: 's', person: 'p-2' } }),
    ticket('T-6'),
  ];
  expect(summarise(heldBy(tickets, 'p-1'))).toEqual([
    { kind: 'ticket', ticket: 'T-2' },
    { kind: 'units', ticket: 'T-2', units: ['PM 12'] },
    { kind: 'ticket', ticket: 'T-3' },
    { kind: 'skipped', ticket: 'T-3', steps: ['Appeler les pompiers'] },
    { kind: 'ticket', ticket: 'T-1', asked: 'p-3' },
  ]);
});
