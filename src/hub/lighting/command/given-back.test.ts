import { expect, it } from 'vitest';
import { A, FOLLOW, MINUTE, orderOf, START, taken } from '../../../../tests/support/lamp-order.ts';
import type { CommandId } from '../../../shared/ids.ts';
import { instant, millis } from '../../../shared/wire/time.ts';
import type { Order, Track } from './model.ts';
import { OrderBook } from './order-book.ts';
import { isProved } from './proof.ts';
import { eventFacts } from './tell.ts';
import { answered, begin, due, observed, releasing, sent } from './track.ts';

let now = START;
const book = () => new OrderBook({ lastOf: () => undefined, floors: () => () => 0, now: () => now });
const first: Order = { ...orderOf(1), id: 'first' as CommandId };
const second = (minutes: number): Order => ({
  ...orderOf(0.1),
  id: 'second' as CommandId,
  at: instant(START + 1_000),
  until: instant(START + minutes * MINUTE),
});
const lay = (on: OrderBook, order: Order, heard: boolean) => {
  on.begin(begin(order, [[A, {}]]));
  on.change(order.id, (track) => sent(track, [A], now));
  if (heard) on.change(order.id, (track) => answered(track, order.id, [A], taken, true));
  on.lay();
};
const giveBack = (on: OrderBook, { id }: Order) => {
  on.change(id, (track) =>
    releasing(track, {
      cmd: 'back' as CommandId,
      at: instant(now),
      expiresAt: instant(now + 30_000),
    }),
  );
  on.leave(id);
};
const its = (track: Track | undefined) => track?.lamps.get(A);

it('what is given back below is said to the gateway; where that is lost, it is told to go back at the end in any case', () => {
  const on = book();
  const over = second(5);
  lay(on, first, true);
  lay(on, over, true);
  now = START + MINUTE;
  giveBack(on, first);
  const amend = its(on.get(over.id))?.amend;
  expect(due(on.get(over.id)!, now, FOLLOW)).toEqual([A]);
  const told = on.change(over.id, (track) => sent(track, [A], now));
  expect(told).toBe(over.id);

  const end = millis(over.until);
  const back = { cmd: 'end' as CommandId, at: over.until };
  const lost = observed(releasing(on.get(over.id)!, back), [{ lamp: A, level: 100, at: end + 2_000 }]);
  expect(isProved(lost, its(lost)!)).toBe(false);
  expect(due(lost, end + FOLLOW, FOLLOW)).toEqual([A]);

  const heard = answered(on.toldAs(amend!)!, amend!, [A], taken);
  const ended = observed(releasing(heard, back), [{ lamp: A, level: 40, at: end + 2_000 }]);
  expect(isProved(ended, its(ended)!)).toBe(true);
});

it('where the later order has not been heard of, its gateway holds the one that is given back: it is told the later one anew', () => {
  now = START + 2_000;
  for (const heard of [true, false]) {
    const on = book();
    const over = second(30);
    lay(on, first, true);
    lay(on, over, heard);
    giveBack(on, first);
    expect(due(on.get(over.id)!, now, FOLLOW)).toEqual(heard ? [] : [A]);
  }
});

it('an order that another one lies over tells of no lamp that it has not looked at', () => {
  now = START + 2_000;
  const on = book();
  on.begin(
    begin(
      first,
      ['L-1', 'L-2', A].map((id) => [id as typeof A, {}]),
    ),
  );
  on.change(first.id, (track) => sent(track, [...track.lamps.keys()], now));
  lay(on, second(3), true);
  expect(eventFacts(on.get(first.id)!, true)).toMatchObject({ lamps: 2, observed: 0 });
});
