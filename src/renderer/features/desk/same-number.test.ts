import { expect, test } from 'vitest';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { ticketsOf } from './same-number.ts';

const ticket = (id: string, number: string | undefined, openedAt: string) =>
  [id, { id, openedAt, caller: { number } } as unknown as Ticket] as const;
const tickets = new Map([
  ticket('T-1', '06 39 98 12 41', '2026-11-24T01:00:00.000Z'),
  ticket('T-2', '+33639981241', '2026-11-24T02:00:00.000Z'),
  ticket('T-3', '0639981242', '2026-11-24T03:00:00.000Z'),
  ticket('T-4', undefined, '2026-11-24T04:00:00.000Z'),
]);
const found = (number: string | undefined) => ticketsOf(tickets, number).map(({ id }) => id);

test('a number is known however it is written, latest first', () => {
  expect(found('0639981241')).toEqual(['T-2', 'T-1']);
  expect(found('0033 6 39 98 12 41')).toEqual(['T-2', 'T-1']);
});
test('what is no number is nobody’s', () => {
  for (const number of [undefined, '', '17', 'masqué']) expect(found(number)).toEqual([]);
});
