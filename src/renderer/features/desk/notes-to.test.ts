import { expect, test } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import { TicketEvent } from '../../../shared/ticket/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { Row } from './model.ts';
import { notesTo, touchedBetween } from './notes-to.ts';

const rows = (owner: string | undefined, updated: number): ReadonlyMap<string, Row> => {
  const held = owner === undefined ? {} : { state: 'claimed', owner: { seat: 's', person: owner } };
  const confirmed = ticket('T-1', { ...held, updatedAt: instant(updated) });
  return new Map([
    ['T-1', { ticket: confirmed, confirmed, pending: [], intents: [], mine: false, alarming: false }],
  ]);
};
const note = (seq: number, at: number, more: object) =>
  TicketEvent.parse({
    v: 1,
    seq,
    epoch: 'e',
    target: { type: 'ticket', id: 'T-1' },
    type: 'ticket.noted',
    version: 2,
    at: instant(at),
    patch: {},
    note: 'je demande la reprise',
    ...more,
  });

test('what the room has told more of is read again where it is mine', () => {
  expect(touchedBetween(rows('me', 1), rows('me', 2), 'me')).toEqual([{ ticket: 'T-1', since: instant(1) }]);
  expect(touchedBetween(rows('me', 1), rows('me', 1), 'me')).toEqual([]);
  expect(touchedBetween(rows('roy', 1), rows('roy', 2), 'me')).toEqual([]);
  expect(touchedBetween(new Map(), rows('me', 2), 'me')).toEqual([]);
});

test('told are the notes of others that name me, made since', () => {
  const events = [
    note(1, 1, { person: 'petit', to: 'me' }),
    note(2, 5, { person: 'petit' }),
    note(3, 5, { person: 'petit', to: 'roy' }),
    note(4, 5, { person: 'me', to: 'me' }),
    note(5, 5, { person: 'petit', to: 'me' }),
  ];
  expect(notesTo(events, 'me', instant(3)).map(({ seq }) => seq)).toEqual([5]);
});
