import { expect, test } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import { alarmOf } from './alarm.ts';
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
