import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PushName } from '../../src/shared/ipc/contract.ts';
import { topics } from '../../src/shared/wire/topic.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { CAM_1 } from '../support/seat-camera.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-flood-'));
const at = new Date().toISOString();
const health = { v: 1, up: true, since: at };
const lamp = { id: 'A-1', type: 'Streetlight', powerState: 'on', observationDateTime: at };
const intent = (n: number) => ({ v: 1, target: { type: 'ticket', id: `T-${n}` }, op: 'ticket.claim' });

/** One message of each kind that a seat listens to, good and bad in turn. */
const ROUND: readonly ((n: number) => { topic: string; payload: unknown; bad?: true })[] = [
  (n) => ({ topic: topics.intent('seat-02'), payload: intent(n) }),
  () => ({ topic: topics.intent('seat-02'), payload: { v: 9 }, bad: true }),
  (n) => ({ topic: topics.cameraHealth('CAM-1'), payload: { ...health, bitRate: n } }),
  () => ({ topic: topics.cameraHealth('CAM-1'), payload: { ...health, up: 'yes' }, bad: true }),
  (n) => ({ topic: topics.lampState('A-1'), payload: { ...lamp, powerConsumption: n } }),
  () => ({ topic: topics.lampState('A-1'), payload: 'no JSON', bad: true }),
  () => ({ topic: topics.event(), payload: '{"seq":', bad: true }),
  () => ({ topic: topics.head(), payload: [], bad: true }),
  () => ({ topic: topics.reply('seat-01'), payload: { v: 1, cmd: 'none', ok: 7 }, bad: true }),
  () => ({ topic: topics.reply('seat-01'), payload: { v: 1, cmd: v7(), ok: true, code: 'OK' } }),
  () => ({ topic: 'room/v1/dist/07/delta', payload: 'no frame', bad: true }),
  () => ({ topic: topics.camera('CAM-9'), payload: { v: 1, id: 'CAM-9' }, bad: true }),
];
const ROUNDS = 200;

let broker: TestBroker;
let hub: TestHub;
let seat: TestSeat;
let stranger: MqttClient;

beforeAll(async () => {
  broker = await startBroker({
    seats: ['seat-01'],
    users: ['stranger'],
    acl: 'user stranger\ntopic write room/v1/#\ntopic write city/v1/#',
  });
  hub = startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir: join(dir, 'hub'),
    cameras: [CAM_1],
  });
  await hub.waitReady();
  seat = await startSeat({
    seat: 'seat-01',
    brokerUrl: broker.url,
    password: broker.secrets['seat-01'],
    dir: join(dir, 'seat-01'),
  });
  await until('the hub is up', async () => (await seat.request('link.state')).hub.kind === 'up');
  await seat.request('session.open', { person: 'p-1', proof: '' });
  await until('the camera', async () => (await seat.request('cameras.list')).length === 1);
  await seat.request('lamps.follow', { lamp: 'A-1' });
  const password = broker.secrets.stranger;
  stranger = await connectAsync(broker.url, { username: 'stranger', protocolVersion: 5, ...{ password } });
});
afterAll(async () => {
  await stranger.endAsync();
  await seat.stop();
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('of a flood, good and bad, all that is bad is counted, and windows and log hear of it seldom', async () => {
  const told = () =>
    (['desk.change', 'cameras', 'lamps.detail', 'link.state', 'alerts'] as PushName[]).reduce(
      (sum, name) => sum + seat.count(name),
      0,
    );
  const rejected = async () =>
    (await seat.request('diagnostics.read')).rejected
      .filter(({ reason }) => reason !== 'streams')
      .reduce((sum, { count }) => sum + count, 0);
  const before = { told: told(), lines: seat.logLines.length, rejected: await rejected() };
  const began = Date.now();
  let bad = 0;
  for (let n = 0; n < ROUNDS; n++) {
    const round = ROUND.map((make) => make(n));
    bad += round.filter((message) => message.bad).length;
    // Round after round, each once the seat has taken the last: not all of them in one turn of its loop.
    await Promise.all(
      round.map(({ topic, payload }) =>
        stranger.publishAsync(topic, typeof payload === 'string' ? payload : JSON.stringify(payload), {
          qos: 1,
        }),
      ),
    );
    await until('the round is counted', async () => (await rejected()) - before.rejected >= bad);
  }
  await until('all of it is counted', async () => (await rejected()) - before.rejected === bad);
  // Twenty a second of each kind, whatever comes in; how long it took is the machine's.
  const seconds = (Date.now() - began) / 1_000;
  expect(told() - before.told).toBeLessThan(30 + 45 * seconds);
  expect(seat.logLines.length - before.lines).toBeLessThan(60);
  await seat.next('lamps.detail', ({ power }) => power === ROUNDS - 1);
  await seat.next('cameras', ([one]) => one?.health?.bitRate === ROUNDS - 1);

  const ticket = v7();
  await seat.request('desk.act', { op: 'ticket.create', ticket, exp: 0, args: draft() as never });
  await until('work goes on', async () => (await seat.request('desk.snapshot')).tickets.length === 1);
});
