import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { backUpHub, startHub, type TestHub } from '../support/hub.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-yesterday-'));
let broker: TestBroker;
let hub: TestHub;
let seat: TestSeat;
let witness: ForeignSeat;

const launchHub = async (name: string) => {
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir: join(dir, name) });
  await hub.waitReady();
};
const create = (id = v7()) =>
  seat.request('desk.act', { op: 'ticket.create', ticket: id, exp: 0, args: draft() as never });
const settled = () =>
  until('all is sent', async () => (await seat.request('desk.snapshot')).outbox.length === 0);
const hubIs = (kind: 'up' | 'lost') =>
  until(`the hub is ${kind}`, async () => (await seat.request('link.state')).hub.kind === kind);

beforeAll(async () => {
  broker = await startBroker();
  await launchHub('hub');
  seat = await startSeat({
    seat: 'seat-01',
    brokerUrl: broker.url,
    password: broker.secrets['seat-01'],
    dir: join(dir, 'seat-01'),
  });
  await hubIs('up');
  expect(await seat.request('session.open', { person: 'p-1', proof: '' })).toMatchObject({ ok: true });
  witness = await ForeignSeat.connect(broker.url, 'seat-02', broker.secrets['seat-02']);
});
afterAll(async () => {
  await witness.close();
  await seat.stop();
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('a hub on another machine begins on yesterday’s copy, and takes what its seats still hold', async () => {
  const [before, after, held] = [v7(), v7(), v7()];
  await create(before);
  await settled();
  await backUpHub(join(dir, 'hub'), join(dir, 'backup.db'));
  await create(after);
  await settled();
  await hub.kill();
  await hubIs('lost');
  await create(held);

  mkdirSync(join(dir, 'other'));
  cpSync(join(dir, 'backup.db'), join(dir, 'other', 'hub.db'));
  await launchHub('other');
  await hubIs('up');
  await settled();
  // What the lost hub had answered after its backup is lost, and said; all else is there, once.
  const ids = async () => (await seat.request('desk.snapshot')).tickets.map(({ id }) => String(id)).sort();
  await until('the seat is as the copy, with what it held', async () => {
    const now = await ids();
    return !now.includes(after) && now.includes(held);
  });
  expect(await ids()).toEqual([before, held].sort());
  expect((await witness.snapshot()).map(({ id }) => String(id)).sort()).toEqual([before, held].sort());
  const told = () => seat.request('alerts.list');
  await until('it is said', async () => (await told()).some(({ kind }) => kind === 'hub-restored'));
});
