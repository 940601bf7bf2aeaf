import { expect, test } from 'vitest';
import type { CommandId, LampId, PersonId, SeatId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { Order } from './model.ts';
import { replacedOf, replacing } from './replaced.ts';
import { summaryOf } from './tell.ts';
import { answered, begin, releasing, sent } from './track.ts';

const AT = Date.parse('2026-11-29T02:00:00Z');
const LAMPS = ['L-1', 'L-2', 'L-3'] as LampId[];
const selection = {
  id: '019ab2c9-4f00-7b1e-9c2d-3a4b5c6d7e8f',
  name: 'rue Monge',
  part: { lamps: 3, of: 20 },
};
const order: Order = {
  id: 'first' as CommandId,
  street: 'rue Monge',
  selection,
  person: 'p-1' as PersonId,
  seat: 'seat-01' as SeatId,
  level: 0.8,
  at: instant(AT),
  until: instant(AT + 60_000),
  expiresAt: instant(AT + 30_000),
};
const waiting = begin(
  order,
  LAMPS.map((id) => [id, {}]),
);
const mine = { id: 'first', person: 'p-1', street: 'rue Monge', selection };

test('an order takes from another those that it commanded, and not those that had refused it', () => {
  expect(replacedOf(waiting, LAMPS.slice(1))).toEqual({ ...mine, lamps: 2 });
  const refused = answered(sent(waiting, LAMPS, AT), order.id, LAMPS.slice(2), () => 'LOCKED');
  expect(replacedOf(refused, LAMPS.slice(1))).toEqual({ ...mine, lamps: 1 });
  expect(replacedOf(refused, LAMPS.slice(2))).toBeUndefined();
});

test('what is given back, or has ended, is replaced by nobody', () => {
  const end = { cmd: 'end' as CommandId, at: order.until };
  expect(replacedOf(releasing(sent(waiting, LAMPS, AT), end), LAMPS)).toBeUndefined();
});

test('whose order was replaced stays with the one that did, the most lamps first, until that has gone', () => {
  expect(summaryOf(replacing(waiting, []))).not.toHaveProperty('replaced');
  const few = { ...mine, id: 'few' as CommandId, person: 'p-2' as PersonId, lamps: 1 };
  const many = { ...few, id: 'many' as CommandId, lamps: 2 };
  const taking = replacing(waiting, [few, many]);
  const end = { cmd: 'end' as CommandId, at: order.until };
  for (const track of [taking, releasing(taking, end)])
    expect(summaryOf(track).replaced?.map(({ id }) => id)).toEqual(['many', 'few']);
});
