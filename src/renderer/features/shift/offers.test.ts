import { expect, test } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import { Shift } from '../../../shared/shift/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { offersTo } from './offers.ts';

const offered = (id: string, from: string, over: object = {}) =>
  ticket(id, { state: 'claimed', owner: { seat: 's', person: from }, handoverTo: 'p-1', ...over });
const shift = (id: string, from: string, over: object = {}) =>
  Shift.parse({
    v: 1,
    id,
    from: { seat: 's', person: from },
    to: 'p-1',
    note: '',
    matters: [],
    unconfirmed: 0,
    state: 'offered',
    offeredAt: instant(0),
    tickets: [],
    ...over,
  });

test('what colleagues pass on is told by colleague, a whole shift first, the most urgent of each first', () => {
  const offers = offersTo(
    'p-1',
    [
      offered('T-1', 'p-2'),
      offered('T-2', 'p-2', { priority: 1 }),
      offered('T-3', 'p-3'),
      offered('T-4', 'p-2', { handoverTo: 'p-4' }),
      offered('T-5', 'p-2', { state: 'closed' }),
    ],
    [shift('S-1', 'p-3'), shift('S-2', 'p-2', { state: 'declined' }), shift('S-3', 'p-4', { to: 'p-2' })],
  );
  expect(
    offers.map(({ from, tickets, shift: whole }) => [from, tickets.map(({ id }) => id), whole?.id]),
  ).toEqual([
    ['p-3', ['T-3'], 'S-1'],
    ['p-2', ['T-2', 'T-1'], undefined],
  ]);
});
