import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { DictionaryLamp } from '../../src/shared/lamp/dictionary.ts';
import { draft } from '../../tests/support/foreign-seat.ts';
import type { TestHub } from '../../tests/support/hub.ts';
import { until } from '../../tests/support/until.ts';
import type { BenchSeat } from '../bench-seat.ts';
import type { Watcher } from './field.ts';
import { delayOf } from './room.ts';

/** A command names no more (ADR 90). */
const AT_ONCE = 500;
/** Commands a second of a room in a busy hour: see `bench:claims`. */
const CLAIMS_PER_S = 2.5;
const LONG_MS = 300_000;

/** What one order to the whole city took; times from its first command, s. */
export interface Ordered {
  readonly told: number;
  readonly acknowledged: number;
  readonly observed: number;
  readonly delayP99: number;
  readonly delayMax: number;
  /** ms */
  readonly claims: readonly number[];
  readonly gatewayMessages: number;
  readonly gatewayBytes: number;
  readonly brokerMessages: number;
  readonly brokerBytes: number;
}

/** As a seat does: in order of cabinet, each command when the one before is answered. @returns the orders */
async function command(seat: BenchSeat, lamps: readonly DictionaryLamp[], level: number) {
  const ids = lamps
    .toSorted((a, b) => ((a.cabinet ?? '') < (b.cabinet ?? '') ? -1 : 1))
    .map(({ id }) => id as string);
  const orders: string[] = [];
  const selection = { id: v7(), name: 'Toute la ville' };
  const until = Date.now() + 3_600_000;
  for (let from = 0; from < ids.length; from += AT_ONCE)
    orders.push(await seat.light(ids.slice(from, from + AT_ONCE), { level, until, selection }));
  return orders;
}

/** Whoever else works in the room: claims, at a steady pace, until `ended`. @returns ms of each */
async function goOnClaiming(
  [opener, ...claimers]: readonly BenchSeat[],
  ended: AbortSignal,
): Promise<readonly number[]> {
  const claims: Promise<number>[] = [];
  const one = async (claimer: BenchSeat): Promise<number> => {
    const ticket = v7();
    await opener!.ticket('ticket.create', ticket, 0, draft());
    const start = performance.now();
    await claimer.ticket('ticket.claim', ticket, 1);
    return performance.now() - start;
  };
  for (let n = 0; !ended.aborted; n++) {
    claims.push(one(claimers[n % claimers.length]!));
    await wait(1_000 / CLAIMS_PER_S);
  }
  return Promise.all(claims);
}

/** Commands every lamp of the city, and waits until each is seen to have followed. */
export async function orderCity(
  hub: TestHub,
  [seat, ...others]: readonly BenchSeat[],
  watcher: Watcher,
  lamps: readonly DictionaryLamp[],
  level: number,
): Promise<Ordered> {
  await delayOf(hub);
  watcher.begin();
  const over = new AbortController();
  const claiming = goOnClaiming(others, over.signal);
  const start = performance.now();
  const orders = await command(seat!, lamps, level);
  const when = async (how: 'commanded' | 'acknowledged' | 'observed') => {
    await until(how, () => watcher.count(orders, how) >= lamps.length, LONG_MS);
    return (performance.now() - start) / 1_000;
  };
  const [told, acknowledged, observed] = await Promise.all([
    when('commanded'),
    when('acknowledged'),
    when('observed'),
  ]);
  over.abort();
  const claims = await claiming;
  const { p99: delayP99, max: delayMax } = await delayOf(hub);
  return {
    ...{ told, acknowledged, observed, delayP99, delayMax, claims },
    gatewayMessages: watcher.gateways.most('messages'),
    gatewayBytes: watcher.gateways.most('bytes'),
    brokerMessages: watcher.broker.most('messages'),
    brokerBytes: watcher.broker.most('bytes'),
  };
}
