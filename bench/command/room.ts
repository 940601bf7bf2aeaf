import { join } from 'node:path';
import type { TestBroker } from '../../tests/support/broker.ts';
import { startHub, type TestHub } from '../../tests/support/hub.ts';
import { until } from '../../tests/support/until.ts';
import { BenchSeat } from '../bench-seat.ts';

/** What others had to wait for the hub's thread, ms. */
export interface Delay {
  readonly p99: number;
  readonly max: number;
}

export const SEATS = Array.from({ length: 6 }, (_, n) => `seat-${String(n + 1).padStart(2, '0')}`);
const PEOPLE = SEATS.map((seat, n) => ({
  id: `p-${seat}`,
  name: seat,
  role: n === 0 ? ('supervisor' as const) : ('operator' as const),
  domains: ['publicSpace'],
}));

/** A hub that says how long it kept others waiting. */
export async function openHub(
  broker: TestBroker,
  dir: string,
  more: Partial<Parameters<typeof startHub>[0]>,
): Promise<TestHub> {
  process.env.NODE_OPTIONS = `--import=${join(import.meta.dirname, 'loop-delay.mjs')}`;
  const password = broker.secrets.hub;
  const hub = startHub({
    brokerUrl: broker.url,
    dir,
    people: PEOPLE,
    ...more,
    ...(password !== undefined && { password }),
  });
  delete process.env.NODE_OPTIONS;
  await hub.waitReady();
  return hub;
}

/** Since it was asked last. */
export async function delayOf(hub: TestHub): Promise<Delay> {
  const said = (): readonly string[] => hub.logLines.filter((line) => line.startsWith('loop '));
  const before = said().length;
  process.kill(hub.pid, 'SIGUSR2');
  const line = await until('the hub says its delay', () => said()[before], 60_000);
  return JSON.parse(line.slice(5)) as Delay;
}

/** Resolves when so many reports of lamps were taken. */
export const heard = (hub: TestHub, reports: number): Promise<unknown> =>
  until(
    `${reports} reports`,
    async () => {
      const text = await (await fetch(`${hub.url}/metrics`)).text();
      return Number(/lamp_reports_total\{heard="ok"\} (\d+)/.exec(text)?.[1] ?? 0) >= reports;
    },
    180_000,
  );

export const openSeats = (broker: TestBroker): Promise<readonly BenchSeat[]> =>
  Promise.all(
    SEATS.map(async (id) => {
      const seat = await BenchSeat.connect(broker.url, id, broker.secrets[id] ?? '', true);
      await seat.signIn(`p-${id}`);
      return seat;
    }),
  );
