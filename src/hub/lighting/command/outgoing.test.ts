import { describe, expect, test } from 'vitest';
import type { CabinetId, CommandId, LampId, PersonId, SeatId, TicketId } from '../../../shared/ids.ts';
import type { CabinetOrder } from '../../../shared/wire/lamp-order.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { Order } from './model.ts';
import { OrderBook } from './order-book.ts';
import { Outgoing } from './outgoing.ts';
import { begin } from './track.ts';

const NOW = Date.parse('2026-11-29T02:00:00Z');
const MINUTE = 60_000;
const TURN_MS = 200;
/** One lamp a cabinet, 40 of them; 2 messages a turn. */
const CITY = Array.from({ length: 40 }, (_, n) => `lamp:${n}` as LampId);
const PER_SECOND = 10;

const orderOf = (id: string, at: number, minutes: number, more: Partial<Order> = {}): Order => ({
  id: id as CommandId,
  person: 'p-1' as PersonId,
  seat: 'seat-01' as SeatId,
  street: 'rue Monge',
  level: 0.2,
  at: instant(at),
  until: instant(at + minutes * MINUTE),
  expiresAt: instant(at + MINUTE / 2),
  ...more,
});
const placed = (order: Order, lamps: readonly LampId[]) =>
  begin(
    order,
    lamps.map((lamp) => [lamp, {}]),
  );

function room() {
  const field = { now: NOW, up: true, takes: true };
  const sent: { readonly topic: string; readonly order: CabinetOrder }[] = [];
  const lamps = {
    lastOf: () => undefined,
    cabinetOf: (lamp: LampId) => lamp.replace('lamp', 'ARM') as CabinetId,
  };
  const book = new OrderBook({ lastOf: lamps.lastOf, floors: () => () => 0, now: () => field.now });
  const outgoing = new Outgoing(
    {
      lamps,
      send: async (topic, payload) => {
        if (!field.takes) return { ok: false, reason: 'timeout' };
        sent.push({ topic, order: JSON.parse(payload) });
        return { ok: true, noSubscribers: false };
      },
      linkUp: () => field.up,
      rule: { perSecond: PER_SECOND, followMs: 10_000, freshMs: MINUTE },
      now: () => field.now,
    },
    book,
    TURN_MS,
  );
  const turn = async () => {
    field.now += TURN_MS;
    book.lay();
    await outgoing.send();
    book.lay();
    return sent.splice(0);
  };
  return { book, field, turn };
}
const levels = (letters: Awaited<ReturnType<ReturnType<typeof room>['turn']>>) =>
  letters.map(({ topic, order }) => [topic.split('/')[3], 'level' in order ? order.level : undefined]);

test('a ticket’s light does not wait for the rest of a city, and lies over what its gateway hears first', async () => {
  const { book, turn } = room();
  book.begin(placed(orderOf('city', NOW - 1_000, 60), CITY));
  expect(levels(await turn())).toEqual([
    ['ARM:0', 0.2],
    ['ARM:1', 0.2],
  ]);
  book.begin(placed(orderOf('light', NOW, 30, { level: 1, ticket: 'T-1' as TicketId }), [CITY[30]!]));
  const next = await turn();
  expect(levels(next)).toEqual([
    ['ARM:30', 0.2],
    ['ARM:30', 1],
  ]);
  // Once the ticket needs it no more, the city's order counts there again.
  expect(next[1]?.order).toMatchObject({ after: [{ level: 0.2 }] });
  expect(levels(await turn())).toEqual([
    ['ARM:2', 0.2],
    ['ARM:3', 0.2],
  ]);
});

test('each lamp is told once, however the order of sending changes', async () => {
  const { book, turn } = room();
  book.begin(placed(orderOf('city', NOW - 1_000, 60), CITY));
  await turn();
  book.begin(placed(orderOf('light', NOW, 30, { level: 1, ticket: 'T-1' as TicketId }), CITY.slice(25, 30)));
  const told: unknown[] = [];
  for (let turns = 0; turns < 40; turns++) told.push(...levels(await turn()));
  expect(told).toHaveLength(CITY.length - 2 + 5);
  expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(told.length);
});

describe('an order that expires before all of it could leave', () => {
  const leaving = async ({ turn }: ReturnType<typeof room>, turns: number) => {
    let told = 0;
    for (let n = 0; n < turns; n++) told += (await turn()).length;
    return told;
  };
  const begun = () => {
    const one = room();
    one.book.begin(placed(orderOf('city', NOW, 60, { expiresAt: instant(NOW + 1_000) }), CITY));
    return one;
  };

  test('leaves whole where only the pace of messages kept it', async () => {
    expect(await leaving(begun(), 30)).toBe(CITY.length);
  });

  test.each([
    ['the link was away', { up: false }],
    ['the broker took nothing', { takes: false }],
  ])('is late where %s', async (_, gone) => {
    const one = begun();
    expect(await leaving(one, 2)).toBe(4);
    Object.assign(one.field, gone);
    await leaving(one, 10);
    Object.assign(one.field, { up: true, takes: true });
    expect(await leaving(one, 30)).toBe(0);
  });

  test('is late where the hub stood still', async () => {
    const one = begun();
    await leaving(one, 2);
    one.field.now += 10_000;
    expect(await leaving(one, 30)).toBe(0);
  });
});
