import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-second-broker-'));
const names = ['seat-01', 'seat-02'];
let [first, second]: TestBroker[] = [];
let hub: TestHub;
let launchHub: () => Promise<void>;
let seats: readonly TestSeat[] = [];

const hubIsUp = (seat: TestSeat) =>
  until('the hub is up', async () => (await seat.request('link.state')).hub.kind === 'up');
const create = (seat: TestSeat) =>
  seat.request('desk.act', { op: 'ticket.create', ticket: v7(), exp: 0, args: draft() as never });
/** Both seats know so many tickets, the same ones, and nothing waits. */
async function haveAll(count: number) {
  for (const seat of seats)
    await until(`all ${count} tickets`, async () => {
      const { ids, waiting } = await known(seat);
      return ids.length === count && waiting === 0;
    });
  expect((await known(seats[0]!)).ids).toEqual((await known(seats[1]!)).ids);
}
const known = async (seat: TestSeat) => {
  const { tickets, outbox } = await seat.request('desk.snapshot');
  return { ids: tickets.map(({ id }) => id).sort(), waiting: outbox.length };
};

beforeAll(async () => {
  first = await startBroker({ seats: names });
  second = await startBroker({ seats: names, secrets: first.secrets });
  const brokers = [first.url, second.url];
  const { secrets } = first;
  launchHub = async () => {
    const mqtt = { brokers, username: 'hub', password: secrets.hub };
    hub = startHub({ brokerUrl: first!.url, dir: join(dir, 'hub'), config: { mqtt } });
    await hub.waitReady();
  };
  await launchHub();
  seats = await Promise.all(
    names.map((seat) =>
      startSeat({
        seat,
        brokerUrl: first!.url,
        password: secrets[seat],
        dir: join(dir, seat),
        config: { brokers, moveOnAfterSeconds: 5 },
      }),
    ),
  );
  for (const [i, seat] of seats.entries()) {
    await hubIsUp(seat);
    expect(await seat.request('session.open', { person: `p-${i + 1}`, proof: '' })).toMatchObject({
      ok: true,
    });
  }
});
afterAll(async () => {
  await Promise.all(seats.map((seat) => seat.stop()));
  await hub.stop();
  await Promise.all([first?.stop(), second?.stop()]);
  rmSync(dir, { recursive: true });
});

it('seats and hub meet at the second broker of the list when the first dies, with what was done meanwhile', async () => {
  for (const seat of seats) await create(seat);
  await first!.kill();
  for (const seat of seats) await create(seat);
  for (const seat of seats) await hubIsUp(seat);
  for (const seat of seats) await create(seat);
  await haveAll(6);

  // What the hub retains is there too: a seat that begins at the second one knows everybody.
  const state = await seats[0]!.request('session.view');
  expect(state.people.map(({ id }) => id)).toContain('p-4');
});

it('a seat that starts at the first one, back without the hub, finds it at the second', async () => {
  const late = seats[1]!;
  await late.stop();
  await first!.restart();
  await late.restart();
  await late.next('link.state', ({ broker, hub }) => broker.kind === 'up' && hub.kind !== 'up');
  await create(late);
  await hubIsUp(late);
  await haveAll(7);
  expect(late.logLines.some((line) => line.includes('moving on to the next broker'))).toBe(true);
  // The broker was left, not lost: nobody was told otherwise.
  const told = await late.request('link.state');
  expect(told.broker.kind).toBe('up');
});

it('a hub that starts anew goes to the first, and its seats follow from a broker that still answers', async () => {
  await hub.stop();
  await launchHub();
  for (const seat of seats) await create(seat);
  for (const seat of seats) await hubIsUp(seat);
  await haveAll(9);
});
