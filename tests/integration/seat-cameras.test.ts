import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { CAM_1, CAM_1_ORIGIN } from '../support/seat-camera.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-view-'));

let broker: TestBroker;
let hub: TestHub;
let seat: TestSeat;

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
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
    config: { video: { origins: [CAM_1_ORIGIN] } },
  });
  await until('the hub is up', async () => (await seat.request('link.state')).hub.kind === 'up');
  await seat.request('session.open', { person: 'p-1', proof: '' });
  await until('the camera', async () => (await seat.request('cameras.list')).length === 1);
});
afterAll(async () => {
  await seat.stop();
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

const act = (op: string, ticket: string, args: object = {}) =>
  seat.request('desk.act', { op, ticket, exp: op === 'ticket.create' ? 0 : 1, args: args as never });

it('a camera asked for right after a claim plays, though the claim waits behind other work', async () => {
  const ticket = v7();
  const work = [
    act('ticket.create', ticket, draft({ kind: 'fight' })),
    act('ticket.note', ticket, { text: 'vu de la fenêtre' }),
    act('ticket.claim', ticket),
  ];
  const view = seat.request('cameras.view', { camera: 'CAM-1', ticket });
  expect((await Promise.all(work)).map(({ kind }) => kind)).toEqual(['kept', 'kept', 'kept']);
  expect(await view).toMatchObject({ kind: 'granted', offline: false });
});

it('a claim that is refused leaves the motive to be asked for', async () => {
  const ticket = v7();
  await act('ticket.create', ticket, draft({ kind: 'fight' }));
  void seat.request('desk.act', { op: 'ticket.claim', ticket, exp: 9, args: {} });
  expect(await seat.request('cameras.view', { camera: 'CAM-1', ticket })).toEqual({
    kind: 'refused',
    code: 'INVALID',
    detail: 'motive',
  });
});
