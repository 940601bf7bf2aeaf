import { expect, test } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import { TicketEvent } from '../../../shared/ticket/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { Row } from './model.ts';
import { hasIt, noteKey, notesTo, touchedBetween } from './notes-to.ts';

const rows = (owner: string | undefined, updated: number, state = 'claimed'): ReadonlyMap<string, Row> => {
  const held = owner === undefined ? {} : { state, owner: { seat: 's', person: owner } };
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

test('what the room has told more of is read where it is mine, and all that is mine at first', () => {
  expect(touchedBetween(rows('me', 1), rows('me', 2), 'me')).toEqual(['T-1']);
  expect(touchedBetween(undefined, rows('me', 1), 'me')).toEqual(['T-1']);
  expect(touchedBetween(new Map(), rows('me', 2), 'me')).toEqual(['T-1']);
  expect(touchedBetween(rows('me', 1), rows('me', 1), 'me')).toEqual([]);
  expect(touchedBetween(rows('roy', 1), rows('roy', 2), 'me')).toEqual([]);
  expect(touchedBetween(undefined, rows('roy', 2), 'me')).toEqual([]);
});

test('a ticket that was passed on or closed is no more mine to read notes on', () => {
  expect(hasIt(rows('me', 1).get('T-1'), 'me')).toBe(true);
  expect(hasIt(rows('roy', 2).get('T-1'), 'me')).toBe(false);
  expect(hasIt(rows(undefined, 2).get('T-1'), 'me')).toBe(false);
  expect(hasIt(rows('me', 2, 'closed').get('T-1'), 'me')).toBe(false);
  expect(hasIt(undefined, 'me')).toBe(false);
});

const told = (events: readonly TicketEvent[], seen: readonly string[] = []) =>
  notesTo(events, 'me', new Set(seen)).map(({ seq }) => seq);

test('told are the notes of others that name me, also those of before I came', () => {
  const events = [
    note(1, 1, { person: 'petit', to: 'me' }),
    note(2, 5, { person: 'petit' }),
    note(3, 5, { person: 'petit', to: 'roy' }),
    note(4, 5, { person: 'petit', to: 'me' }),
  ];
  expect(told(events)).toEqual([1, 4]);
  expect(told(events, [noteKey(events[0]!)])).toEqual([4]);
});

test('who has done something on the ticket since has seen them; what was done before and came late says nothing', () => {
  const forMe = note(1, 5, { person: 'petit', to: 'me' });
  expect(told([forMe, note(2, 9, { person: 'me' })])).toEqual([]);
  expect(told([forMe, note(2, 9, { person: 'me', madeAt: instant(3) })])).toEqual([1]);
  expect(told([note(1, 5, { person: 'me', to: 'me' })])).toEqual([]);
});
