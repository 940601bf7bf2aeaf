import { expect, test } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import { alarmingInRoom, alarmOf } from './alarm.ts';
import type { Row } from './model.ts';

const row = (id: string) => ({ ticket: ticket(id, {}) }) as Row;

test.each([
  ['the open one, where it alarms', 'b', 'b'],
  ['else the first', 'c', 'a'],
  ['also where none is open', undefined, 'a'],
])('« Acquitter » means %s', (_, open, meant) => {
  expect(alarmOf([row('a'), row('b')], open)).toBe(meant);
});

test('and nobody where nothing alarms', () => expect(alarmOf([], 'a')).toBeUndefined());

test('what was taken here without the room still alarmed by its word, and what only this seat knows did not', () => {
  const alarming = (id: string) => ticket(id, { priority: 1 });
  const rows = [
    { ticket: ticket('taken', { priority: 1, state: 'claimed' }), confirmed: alarming('taken') },
    { ticket: alarming('noted'), confirmed: alarming('noted') },
    { ticket: alarming('new'), confirmed: undefined },
    { ticket: alarming('raised'), confirmed: ticket('raised', { priority: 2 }) },
    { ticket: alarming('still'), confirmed: alarming('still') },
  ] as Row[];
  const board = {
    rows: new Map(rows.map((one) => [one.ticket.id as string, one])),
    alarming: rows.slice(1),
    waiting: ['taken', 'noted', 'noted', 'new', 'raised'].map((id) => ({ ticket: id }) as never),
  };
  expect(alarmingInRoom(board)).toBe(3);
});
