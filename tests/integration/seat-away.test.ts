import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Camera } from '../../src/shared/camera/model.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { somePeople, startHub, type TestHub } from '../support/hub.ts';
import { someCamera } from '../support/hub-desk.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-away-'));
const camera = (id: string) => ({ ...someCamera, id }) as Camera;
let broker: TestBroker;
let hub: TestHub;
let seat: TestSeat;

const launchHub = async (people: typeof somePeople, cameras: readonly Camera[]) => {
  const password = broker.secrets.hub;
  hub = startHub({ brokerUrl: broker.url, password, dir: join(dir, 'hub'), people, cameras });
  await hub.waitReady();
};
const known = async () => {
  const [{ people }, cameras] = await Promise.all([
    seat.request('session.view'),
    seat.request('cameras.list'),
  ]);
  return [people.map(({ id }) => id).toSorted(), cameras.map(({ id }) => id).toSorted()];
};
const knows = (people: readonly string[], cameras: readonly string[]) =>
  until(
    `${people} and ${cameras}`,
    async () => JSON.stringify(await known()) === JSON.stringify([people, cameras]),
  );

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
  await launchHub(somePeople, [camera('CAM-1'), camera('CAM-2')]);
  seat = await startSeat({
    seat: 'seat-01',
    brokerUrl: broker.url,
    password: broker.secrets['seat-01'],
    dir: join(dir, 'seat-01'),
  });
  await knows(['p-1', 'p-2', 'p-3', 'p-4', 'p-5'], ['CAM-1', 'CAM-2']);
});
afterAll(async () => {
  await seat.stop();
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('a seat that was off learns who left and what was taken down, and lets them in no more without the hub', async () => {
  await seat.stop();
  await hub.stop();
  const stay = somePeople.filter(({ id }) => id !== 'p-2');
  await launchHub([...stay, { ...somePeople[0]!, id: 'p-6' }], [camera('CAM-2'), camera('CAM-3')]);
  await seat.restart();
  await knows(['p-1', 'p-3', 'p-4', 'p-5', 'p-6'], ['CAM-2', 'CAM-3']);
  await hub.stop();
  await until('the hub is gone', async () => (await seat.request('link.state')).hub.kind === 'lost');
  expect(await seat.request('session.open', { person: 'p-2', proof: '' })).toEqual({
    ok: false,
    code: 'NOT_FOUND',
  });
  expect((await seat.request('session.open', { person: 'p-6', proof: '' })).ok).toBe(true);
  await seat.kill();
  await seat.restart();
  await knows(['p-1', 'p-3', 'p-4', 'p-5', 'p-6'], ['CAM-2', 'CAM-3']);
});
