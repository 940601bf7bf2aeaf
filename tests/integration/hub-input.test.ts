import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Camera } from '../../src/shared/camera/model.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { freePort } from '../support/free-port.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-hub-'));
const camera = {
  v: 1,
  id: 'cam-1',
  name: 'Place de la Libération',
  domain: 'publicSpace',
  position: [5.0415, 47.3216],
  azimuth: 90,
  fieldOfView: 60,
  streams: [{ origin: 'http://127.0.0.1:8888', path: '/cam-1/index.m3u8' }],
} as unknown as Camera;
const spying = {
  ...camera,
  id: 'cam-2',
  streams: [{ origin: 'http://user:secret@127.0.0.1:8888', path: '/x' }],
} as unknown as Camera;

let broker: TestBroker;
let hub: TestHub;
let seat: ForeignSeat;
let other: ForeignSeat;

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01', 'seat-02'] });
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir, cameras: [camera, spying] });
  await hub.waitReady();
  seat = await ForeignSeat.connect(broker.url, 'seat-01', broker.secrets['seat-01']);
  other = await ForeignSeat.connect(broker.url, 'seat-02', broker.secrets['seat-02']);
  await seat.signIn('p-1');
  await other.signIn('p-3');
});

afterAll(async () => {
  await seat.close();
  await other.close();
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

const metric = async (name: string, ...labels: readonly string[]): Promise<number> => {
  const text = await (await fetch(`${hub.url}/metrics`)).text();
  const line = text
    .split('\n')
    .find((l) => l.startsWith(`vigie_hub_${name}{`) && labels.every((label) => l.includes(label)));
  return Number(line?.split(' ').at(-1) ?? 0);
};
const rejected = (topic: string, reason: string) =>
  metric('input_rejected_total', `topic="${topic}"`, `reason="${reason}"`);
const works = async () =>
  expect((await seat.command(seat.on('ticket.create', v7(), 0, draft()))).code).toBe('OK');

describe('bad input', () => {
  it('is counted and named, and the next good command still works', async () => {
    const topic = 'room/v1/cmd/seat-01';
    const send = (payload: string | Buffer) => broker.publishRaw({ topic, payload, user: 'seat-01' });
    await send('{"v":1,"cmd":"');
    await send(Buffer.from([0xff, 0xfe, 0x00]));
    await send('[]');
    await send(`"${'x'.repeat(100_000)}"`);
    await until('counted', async () => (await rejected('room/v1/cmd/+', 'json')) >= 2);
    expect(await rejected('room/v1/cmd/+', 'schema')).toBeGreaterThanOrEqual(1);
    expect(await rejected('room/v1/cmd/+', 'size')).toBe(1);
    expect(
      hub.logLines.some((line) => line.includes('input refused') && line.includes('"reason":"json"')),
    ).toBe(true);
    await works();
  });

  it('of 10 MB is turned away by the broker and hurts nobody', async () => {
    await broker.publishRaw({
      topic: 'room/v1/cmd/seat-01',
      payload: Buffer.alloc(10 << 20, 97),
      user: 'seat-01',
    });
    await works();
  });

  it('with wrong types is answered with the field at fault', async () => {
    const bad = { ...seat.on('ticket.note', v7(), 0, { text: 7 }) };
    expect(await seat.command(bad)).toMatchObject({ code: 'INVALID', field: 'args.text' });
    expect(await seat.command(seat.make({ op: 'ticket.explode', args: {} }))).toMatchObject({
      code: 'INVALID',
      field: 'op',
    });
    expect(await seat.command({ ...seat.make({ op: 'ticket.note' }), v: 2 })).toMatchObject({
      code: 'UNSUPPORTED_VERSION',
    });
  });

  it('made in the future, or past its time, is refused', async () => {
    const future = {
      ...seat.on('ticket.create', v7(), 0, draft()),
      madeAt: instant(Date.now() + 6 * 60_000),
    };
    expect(await seat.command(future)).toMatchObject({ code: 'INVALID', field: 'madeAt' });
    const past = { ...seat.on('ticket.create', v7(), 0, draft()), expiresAt: instant(Date.now() - 1_000) };
    expect(await seat.command(past)).toMatchObject({ code: 'EXPIRED' });
  });
});

describe('who commands', () => {
  it('is the seat of the topic: another seat’s topic and another seat’s session are refused', async () => {
    const forged = JSON.stringify(seat.on('ticket.create', v7(), 0, draft()));
    const { said } = await broker.publishRaw({
      topic: 'room/v1/cmd/seat-02',
      payload: forged,
      user: 'seat-01',
    });
    expect(said).toMatch(/Not authorized/i);
    const borrowed = other.on('ticket.create', v7(), 0, draft());
    const reply = await other.command({ ...borrowed, session: seat.session!.session });
    expect(reply).toMatchObject({ code: 'FORBIDDEN', field: 'session' });
  });

  it('watches a camera for a reason and with the right for its domain, and is written down', async () => {
    const view = (who: ForeignSeat, more: object) =>
      who.command(
        who.make({ op: 'camera.view', target: { type: 'camera', id: 'cam-1' }, args: {}, ...more }),
      );
    expect(await view(seat, {})).toMatchObject({ code: 'INVALID', field: 'motive' });
    expect(await view(other, { motive: 'rixe' })).toMatchObject({ code: 'FORBIDDEN', field: 'domain' });
    const granted = await view(seat, { motive: 'rixe' });
    expect(granted).toMatchObject({ code: 'OK', grant: { camera: 'cam-1', person: 'p-1' } });
    const hidden = await seat.command(
      seat.make({ op: 'camera.view', target: { type: 'camera', id: 'cam-2' }, args: {}, motive: 'x' }),
    );
    expect(hidden).toMatchObject({ code: 'BAD_STATE', field: 'streams' });
    expect(hub.logLines.some((line) => line.includes('carries a user or a password'))).toBe(true);
    expect(hub.logLines.join()).not.toContain('secret@');
  });

  it('is told of a camera with a password in its address, why it does not play, and nothing of the password', async () => {
    const told: string[] = [];
    seat.client.on('message', (topic, payload) => {
      if (topic.startsWith('room/v1/cam/')) told.push(payload.toString());
    });
    await seat.client.subscribeAsync('room/v1/cam/+', { qos: 1 });
    const entry = await until('the camera', () => told.find((text) => text.includes('cam-2')));
    expect(JSON.parse(entry)).toMatchObject({ name: spying.name, streams: [], unplayable: 'userinfo' });
    expect(told.join()).not.toContain('secret');
  });

  it('stops acting when the session ends, but what was done before still counts', async () => {
    const late = other.on('ticket.create', v7(), 0, draft());
    const ended = other.make({ op: 'session.close', args: { session: other.session!.session } });
    const after = { ...other.on('ticket.create', v7(), 0, draft()), madeAt: instant(Date.now() + 1_000) };
    expect((await other.command(ended)).code).toBe('OK');
    expect((await other.command(late)).code).toBe('OK');
    expect((await other.command(after)).code).toBe('FORBIDDEN');
    const adopt = other.make({
      op: 'session.adopt',
      args: { session: v7(), person: 'p-2', openedAt: instant(Date.now() - 60_000) },
    });
    expect(await other.command(adopt)).toMatchObject({ code: 'OK', session: { person: { id: 'p-2' } } });
  });
});

it('a seat whose journal is not the one that the hub holds is named and counted', async () => {
  const presence = { v: 1, up: true, instance: 'i-1', pending: 0, lastSeq: 0, at: instant(Date.now()) };
  const says = (journalHead: string) =>
    other.publish('room/v1/seat/seat-02', JSON.stringify({ ...presence, journalHead, journalCount: 0 }));
  const contradicting = async (n: number) => {
    const text = await (await fetch(`${hub.url}/metrics`)).text();
    return text.includes(`vigie_hub_journals_contradicting ${n}\n`);
  };
  await says('f'.repeat(64));
  await until('one contradicts', () => contradicting(1));
  expect(hub.logLines.filter((line) => line.includes('"alert":"journal-forked"'))).toHaveLength(1);
  await says('0'.repeat(64));
  await until('none contradicts', () => contradicting(0));
});

describe('what opens tickets from outside', () => {
  it('opens one, however often it is sent, and acknowledges each time', async () => {
    const acks: { sourceId: string; ok: boolean; ticket?: string }[] = [];
    const city = await ForeignSeat.connect(broker.url, 'city', broker.secrets.city);
    await city.client.subscribeAsync('city/v1/ack/+', { qos: 1 });
    city.client.on('message', (topic, payload) => {
      const ack = JSON.parse(payload.toString());
      // What those who reported are told comes beside.
      if (topic.startsWith('city/v1/ack/') && ack.answer === undefined) acks.push(ack);
    });
    const report = draft({ service: 'cleaning', kind: 'dump' });
    const at = instant(Date.now());
    const intake = JSON.stringify({ v: 1, sourceId: 'R-1', at, report });
    const call = JSON.stringify({ v: 1, callId: 'C-1', status: 'answered', number: '0612345678', at });
    for (let i = 0; i < 3; i++) {
      await city.publish('city/v1/intake/allo', intake);
      await city.publish('city/v1/call/C-1', call);
    }
    await city.publish('city/v1/intake/allo', JSON.stringify({ v: 1, sourceId: 'R-2', at }));
    await until('seven acks', () => acks.length === 7);
    expect(new Set(acks.map(({ ticket }) => ticket)).size).toBe(3);
    expect(acks.find(({ sourceId }) => sourceId === 'R-2')).toMatchObject({ ok: false, code: 'INVALID' });
    // Acknowledgements and events travel apart.
    const mine = await until('the events of both', () => {
      const opened = [...seat.tickets().values()].filter(({ source }) => source.kind !== 'operator');
      return opened.length >= 2 ? opened : undefined;
    });
    expect(mine.map(({ title }) => title).sort()).toEqual(
      ['Appel de 06\u00a0••\u00a0••\u00a0••\u00a078', report.title].sort(),
    );
    await city.close();
  });
});

describe('a hub that cannot start', () => {
  const start = (more: Partial<Parameters<typeof startHub>[0]>) =>
    startHub({ brokerUrl: broker.url, dir: join(dir, 'second'), ...more });

  it('names the line of a broken configuration', async () => {
    const broken = start({ raw: 'mqtt:\n  brokers: [mqtt://127.0.0.1:1]\nlighting:\n  silent: 3\n' });
    expect(await broken.ended).toBe(78);
    expect(broken.logLines.join('\n')).toMatch(/hub\.yaml:4:\d+: lighting\.silent: unknown key/);
  });

  it('names the port that is in use', async () => {
    const port = Number(new URL(hub.url).port);
    const second = start({ config: { http: { port } } });
    expect(await second.ended).toBe(69);
    expect(second.logLines.join('\n')).toMatch(new RegExp(`port ${port}.*in use.*http\\.port`));
  });

  it('refuses a damaged store, says how to restore, and never starts empty', async () => {
    const folder = join(dir, 'damaged');
    const first = startHub({ brokerUrl: `mqtt://127.0.0.1:${await freePort()}`, dir: folder });
    await first.waitStarted();
    expect(await first.stop()).toBe(0);
    writeFileSync(join(folder, 'hub.db'), Buffer.alloc(40_960, 7));
    const again = startHub({ brokerUrl: broker.url, dir: folder });
    expect(await again.ended).toBe(74);
    expect(again.logLines.join('\n')).toMatch(/damaged.*restore the last backup/s);
  });
});
