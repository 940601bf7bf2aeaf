import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { ForeignSeat } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { smallDictionaries } from '../support/small-city.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-ready-'));
let broker: TestBroker;
let seat: ForeignSeat | undefined;
let hub: TestHub;

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
});
afterAll(async () => {
  await seat?.close();
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

const start = (): void => {
  const password = broker.secrets.hub;
  hub = startHub({
    brokerUrl: broker.url,
    dir,
    dictionaries: smallDictionaries,
    ...(password === undefined ? {} : { password }),
  });
};
const health = async () => {
  const response = await fetch(`${hub.url}/health`);
  return { status: response.status, ...((await response.json()) as { ready: boolean; link: string }) };
};
const ready = (line: string) => line.includes('"msg":"ready"');

it('says that it waits for a broker that is not there, and that it is ready when it is', async () => {
  await broker.kill();
  start();
  await hub.waitStarted();
  await until('it has tried', () => hub.logLines.some((line) => line.includes('no link')));
  expect(await health()).toMatchObject({ status: 503, ready: false, link: expect.not.stringMatching('up') });
  expect(hub.logLines.some(ready)).toBe(false);
  await broker.restart();
  await hub.waitReady();
  expect(await health()).toMatchObject({ status: 200, ready: true, link: 'up' });
  await hub.stop();
});

it('is ready when what a seat sends is answered the first time, and the broker has what seats need', async () => {
  seat = await ForeignSeat.connect(broker.url, 'seat-01', broker.secrets['seat-01']);
  const retained: string[] = [];
  seat.client.on('message', (topic) => void retained.push(topic));
  start();
  await hub.waitReady();
  await seat.signIn('p-1');
  await seat.client.subscribeAsync(['room/v1/head', 'room/v1/dict/+', 'room/v1/data/person/+'], { qos: 1 });
  const wanted = [
    'room/v1/head',
    `room/v1/dict/${smallDictionaries[0]!.district}`,
    'room/v1/data/person/p-1',
  ];
  await until('head, dictionary and people', () => wanted.every((topic) => retained.includes(topic)));
});

it('is not ready while its broker is away, and is again when it is back', async () => {
  await broker.kill();
  await until('not ready', async () => !(await health()).ready);
  expect(await health()).toMatchObject({ status: 503 });
  await broker.restart();
  await until('ready', async () => (await health()).ready);
  expect(await health()).toMatchObject({ status: 200, link: 'up' });
});
