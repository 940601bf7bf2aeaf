import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemoryLink } from '../../../tests/support/memory-link.ts';
import { CabinetAck } from '../../shared/wire/lamp-order.ts';
import { instant } from '../../shared/wire/time.ts';
import { filters, topics } from '../../shared/wire/topic.ts';
import { buildPlan } from '../plan/index.ts';
import { LampFleet } from './lamp-fleet.ts';
import { LampOrders } from './orders.ts';
import type { Tempers } from './temper.ts';

const OBEDIENT: Tempers = { lies: 0, locked: 0, slowCabinets: 0, muteCabinets: 0 };
/** By day: a lamp that is out of no order is off. */
const NOON = Date.UTC(2026, 10, 24, 11);
const MINUTE = 60_000;
const plan = buildPlan(21);
const lamp = plan.lamps[0]!;

let link: MemoryLink;
beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  link = new MemoryLink();
});
afterEach(() => void vi.useRealTimers());

function gateway(tempers: Tempers) {
  const fleet = new LampFleet(plan, 0, NOON);
  const orders = new LampOrders({ link, plan, fleet, tempers, now: Date.now });
  const after = (minutes: number): number => {
    vi.advanceTimersByTime(minutes * MINUTE);
    fleet.refresh(NOON);
    return (fleet.state(0, NOON, instant(NOON)).illuminanceLevel ?? 0) * 100;
  };
  return { orders, after };
}
const say = (more: object) =>
  link.say(topics.cabinetOrder(lamp.cabinet), {
    ...{ v: 1, cmd: '019ab2c9-51d0-7b52-8a10-2f6c9e4d1b07', expiresAt: instant(Date.now() + MINUTE) },
    ...{ lamps: [lamp.id], level: 0.4, until: instant(Date.now() + 10 * MINUTE) },
    ...more,
  });
const acks = () => link.heard(filters.cabinetAcks).map((ack) => CabinetAck.parse(ack));

test('a gateway goes on with what comes after by itself, and then back; it says that it does', () => {
  const { orders, after } = gateway(OBEDIENT);
  say({ after: [{ level: 0.8, until: instant(NOON + 20 * MINUTE) }] });
  expect(after(1)).toBe(40);
  expect(acks()).toMatchObject([{ ok: true, goesOn: true }]);
  expect(after(10)).toBe(80);
  expect(after(10)).toBe(0);
  orders.close();
});

test('an old one keeps one level only, and says nothing of the kind', () => {
  const { orders, after } = gateway({ ...OBEDIENT, slowCabinets: 1 });
  say({ after: [{ level: 0.8, until: instant(NOON + 20 * MINUTE) }] });
  expect(after(1)).toBe(40);
  expect(acks()[0]).not.toHaveProperty('goesOn');
  expect(after(10)).toBe(0);
  orders.close();
});
