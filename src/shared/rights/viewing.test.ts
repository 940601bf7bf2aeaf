import { expect, test } from 'vitest';
import { PersonId, SeatId } from '../ids.ts';
import { needsMotive } from './viewing.ts';

const me = PersonId.parse('p-1');
const owner = { seat: SeatId.parse('seat-01'), person: me };
const other = { ...owner, person: PersonId.parse('p-2') };

test.each([
  ['no ticket', undefined, true],
  ['a free ticket', { kind: 'fight', state: 'open' }, true],
  ['one’s own, claimed', { kind: 'fight', state: 'claimed', owner }, false],
  [
    'one’s own, claimed from another seat',
    { kind: 'fight', state: 'claimed', owner: { ...owner, seat: SeatId.parse('seat-02') } },
    false,
  ],
  ['one’s own, in progress', { kind: 'fight', state: 'inProgress', owner }, false],
  ['one’s own, over a lamp', { kind: 'lampFault', state: 'claimed', owner }, true],
  ['one’s own, closed', { kind: 'fight', state: 'closed', owner }, true],
  ['another’s, claimed', { kind: 'fight', state: 'claimed', owner: other }, true],
  ['another’s, closed', { kind: 'fight', state: 'closed', owner: other }, true],
] as const)('%s: a motive is wanted: %s → %s', (_, ticket, wanted) => {
  expect(needsMotive(ticket, me)).toBe(wanted);
});

test('nobody owns a ticket of nobody', () => {
  expect(needsMotive({ kind: 'fight', state: 'claimed' }, undefined)).toBe(true);
  expect(needsMotive({ kind: 'fight', state: 'claimed', owner }, undefined)).toBe(true);
});
