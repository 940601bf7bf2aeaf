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
let seats: readonly TestSeat[] = [];

const hubIsUp = (seat: TestSeat) =>
  until('the hub is up', async () => (await seat.request('link.state')).hub.kind === 'up');
const create = (seat: TestSeat) =>
  seat.request('desk.act', { op: 'ticket.create', ticket: v7(), exp: 0, args: draft() as never });
const known = async (seat: TestSeat) => {
  const { tickets, outbox } = await seat.request('desk.snapshot');
  return { ids: tickets.map(({ id }) => id).sort(), waiting: outbox.length };
};

beforeAll(async () => {
  first = await startBroker({ seats: names });
  second = await startBroker({ seats: names, secrets: first.secrets });
  const brokers = [first.url, second.url];
  const { secrets } = first;
  hub = startHub({
    brokerUrl: first.url,
    dir: join(dir, 'hub'),
    config: { mqtt: { brokers, username: 'hub', password: secrets.hub } },
  });
  await hub.waitReady();
  seats = await Promise.all(
    names.map((seat) =>
      startSeat({
        seat,
        brokerUrl: first!.url,
        password: secrets[seat],
        dir: join(dir, seat),
        config: { brokers },
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
  for (const seat of seats)
    await until('all six tickets', async () => {
      const { ids, waiting } = await known(seat);
      return ids.length === 6 && waiting === 0;
    });
  expect((await known(seats[0]!)).ids).toEqual((await known(seats[1]!)).ids);

  // What the hub retains is there too: a seat that begins at the second one knows everybody.
  const state = await seats[0]!.request('session.view');
  expect(state.people.map(({ id }) => id)).toContain('p-4');
});
