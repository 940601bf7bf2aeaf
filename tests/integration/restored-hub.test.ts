import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/hub/store/store.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { backUpHub, startHub, type TestHub } from '../support/hub.ts';
import { someCamera } from '../support/hub-desk.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-restored-'));
const hubDir = join(dir, 'hub');
const backup = join(dir, 'backup.db');
let broker: TestBroker;
let hub: TestHub;
let seats: readonly TestSeat[];
/** A third seat, foreign, works on and asks the hub for the truth. */
let witness: ForeignSeat;

const launchHub = async (...args: readonly string[]) => {
  hub = startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir: hubDir,
    cameras: [someCamera],
    args,
  });
  await hub.waitReady();
};
const launchSeats = () =>
  Promise.all(
    ['seat-01', 'seat-02'].map((seat) =>
      startSeat({
        seat,
        brokerUrl: broker.url,
        password: broker.secrets[seat],
        dir: join(dir, seat),
        config: { video: { origins: someCamera.streams.map(({ origin }) => origin) } },
      }),
    ),
  );
const create = (seat: TestSeat) =>
  seat.request('desk.act', { op: 'ticket.create', ticket: v7(), exp: 0, args: draft() as never });
const settled = (seat: TestSeat) =>
  until('all is sent', async () => (await seat.request('desk.snapshot')).outbox.length === 0);
const hubIs = (seat: TestSeat, kind: 'up' | 'lost') =>
  until(`the hub is ${kind}`, async () => (await seat.request('link.state')).hub.kind === kind);

async function journalAtHub(): Promise<number> {
  const store = await openStore(join(hubDir, 'hub.db'), v7);
  const of = store.db.selectFrom('journal_head').select('count').where('writer', '=', 'seat:seat-01');
  const row = await of.executeTakeFirst();
  store.close();
  return row?.count ?? 0;
}

/** Watches a camera without the hub, so that it stands in the seat's own journal; then the hub comes back. */
async function watchAlone(comeBack: () => Promise<void>, kept: number): Promise<void> {
  await hubIs(seats[0]!, 'lost');
  const wish = { camera: someCamera.id, motive: 'bagarre' };
  expect(await seats[0]!.request('cameras.view', wish)).toMatchObject({ kind: 'granted', offline: true });
  await comeBack();
  await until(`${kept} entries at the hub`, async () => (await journalAtHub()) === kept);
}

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01', 'seat-02', 'seat-03'] });
  await launchHub();
  seats = await launchSeats();
  witness = await ForeignSeat.connect(broker.url, 'seat-03', broker.secrets['seat-03']);
  await witness.signIn('p-4');
  for (const [i, seat] of seats.entries()) {
    await hubIs(seat, 'up');
    expect(await seat.request('session.open', { person: `p-${i + 1}`, proof: '' })).toMatchObject({
      ok: true,
    });
    await until('the camera', async () => (await seat.request('cameras.list')).length === 1);
  }
});

afterAll(async () => {
  await witness.close();
  await Promise.all(seats.map((seat) => seat.stop()));
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('seats that know more than a restored store end equal to it, and bring the journal it lost again', async () => {
  for (const seat of seats) await create(seat);
  await Promise.all(seats.map(settled));
  await hub.stop();
  await watchAlone(launchHub, 1);
  await backUpHub(hubDir, backup);
  await hub.stop();

  await watchAlone(launchHub, 2);
  for (let i = 0; i < 5; i++) await create(seats[i % 2]!);
  await Promise.all(seats.map(settled));
  const known = 2 + 5;
  for (const seat of seats)
    await until('all tickets', async () => (await seat.request('desk.snapshot')).tickets.length === known);

  // The store of before comes back, and goes as far as the seats before they are there again: nothing but its
  // epoch tells them that what they know is not what it knows.
  await Promise.all(seats.map((seat) => seat.stop()));
  await hub.stop();
  for (const file of ['hub.db', 'hub.db-wal', 'hub.db-shm']) rmSync(join(hubDir, file), { force: true });
  cpSync(backup, join(hubDir, 'hub.db'));
  await launchHub();
  witness.session = undefined;
  await witness.signIn('p-4');
  for (let i = 0; i < 5; i++) {
    const { code } = await witness.command(witness.on('ticket.create', v7(), 0, draft()));
    expect(code).toBe('OK');
  }
  seats = await launchSeats();

  const pages = await witness.query({ type: 'snapshot' });
  const truth = pages.flatMap((page) => (page.type === 'snapshot' ? page.tickets : []));
  expect(truth).toHaveLength(known);
  const ids = (tickets: readonly { readonly id: string }[]) => tickets.map(({ id }) => id).toSorted();
  for (const seat of seats)
    await until('the seat is as the hub', async () => {
      const { tickets } = await seat.request('desk.snapshot');
      return ids(tickets).join() === ids(truth).join();
    });

  await until('what it lost of the journal', async () => (await journalAtHub()) === 2);
  await hub.stop();
  await watchAlone(launchHub, 3);
  const alerts = await seats[0]!.request('alerts.list');
  expect(alerts).toContainEqual(expect.objectContaining({ kind: 'hub-restored' }));
  expect(alerts.filter(({ kind }) => kind === 'journal-refused')).toEqual([]);
});
