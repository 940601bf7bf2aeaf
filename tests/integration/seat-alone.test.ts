import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBatch } from '../../src/shared/lamp/batch.ts';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { encodeFrame } from '../../src/shared/lamp/frame.ts';
import { levelOf } from '../../src/shared/lamp/state.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { type SeatStart, startSeat, type TestSeat } from '../support/seat.ts';
import { CAM_1, CAM_1_ORIGIN } from '../support/seat-camera.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-alone-'));
const dictionary = Dictionary.parse({
  v: 1,
  district: '07',
  name: 'Montchapet',
  dictVersion: 1,
  lamps: ['A-1', 'A/2', 'A-3'].map((id) => ({ id, position: [5.03, 47.33], street: 'rue de Gray' })),
});
const light = (id: string, level: number) => ({
  id,
  type: 'Streetlight',
  powerState: level > 0 ? 'on' : 'off',
  illuminanceLevel: level,
  observationDateTime: new Date().toISOString(),
});

let broker: TestBroker;
let hub: TestHub;
let seat: TestSeat;
let start: SeatStart;

/** A stranger whom somebody gave the hub's rights. */
const say = (topic: string, payload: string | Uint8Array, retain = false) =>
  broker.publishRaw({ topic, payload, user: 'stranger', retain });
const lamps = async (of: TestSeat) => {
  const rows: { level: number; observedAt: number }[] = [];
  readBatch(await of.request('lamps.snapshot')).forEach((_slot, _index, word, observedAt) => {
    rows.push({ level: levelOf(word), observedAt });
  });
  return rows;
};
const hubUp = (of: TestSeat) =>
  until('the hub is up', async () => (await of.request('link.state')).hub.kind === 'up');
const rejected = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await seat.request('diagnostics.read')).rejected.map(({ topic, reason, field = '', count }) => [
      `${topic} ${reason} ${field}`.trim(),
      count,
    ]),
  );

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
    dictionaries: [dictionary],
    cameras: [CAM_1],
  });
  await hub.waitReady();
  start = {
    seat: 'seat-01',
    brokerUrl: broker.url,
    password: broker.secrets['seat-01'],
    dir: join(dir, 'seat-01'),
    config: { video: { origins: [CAM_1_ORIGIN] } },
  };
  seat = await startSeat(start);
  await hubUp(seat);
  await seat.request('session.open', { person: 'p-1', proof: '' });
});

afterAll(async () => {
  await seat.stop();
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

describe('a room with a stranger in it', () => {
  it('counts what is no message, by topic and field, and loses nothing else', async () => {
    await until('the dictionary', async () => (await seat.request('lamps.dictionary')).length === 1);
    await until('the camera', async () => (await seat.request('cameras.list')).length === 1);
    const frame = (over: object, index = 0) =>
      encodeFrame(
        { full: false, dictVersion: 1, streamId: 1, frameSeq: 1, baseTimeMs: Date.now(), ...over },
        [{ index, state: 1, level: 66, age: 0, faults: 0 }],
      );
    const full = { full: true, streamId: 77, frameSeq: 5 };
    const delta = 'room/v1/dist/07/delta';
    await say('room/v1/dist/07/full', frame(full));
    await say(delta, frame({ streamId: 78, frameSeq: 6 }));
    await say(delta, frame({ streamId: 77, frameSeq: 9 }));
    await say(delta, frame({ dictVersion: 9 }));
    await say(delta, frame({}).slice(0, 30));
    await say('room/v1/dist/99/delta', frame({}));
    await say('room/v1/dist/07/full', frame({ ...full, frameSeq: 6 }, 3));
    await say('room/v1/evt', '{"seq":');
    await say('room/v1/evt', '{"v":1,"seq":"1"}');
    await say('room/v1/head', '[]');
    await say('room/v1/dict/07', '{"v":1,"district":"07","name":7}');
    await say('room/v1/cam/CAM-2', JSON.stringify({ ...CAM_1, id: 'CAM-2', azimuth: 'nord' }));
    await say('room/v1/data/person/p-1', JSON.stringify({ v: 1, id: 'p-1', name: '', role: 'operator' }));
    await say('room/v1/rsp/seat-01', JSON.stringify({ v: 1, cmd: v7(), ok: true, code: 'MAYBE' }));
    await say('room/v1/hub/hub', '"up"');
    await say('room/v1/intent/seat-02', '{"v":2}');
    await say('city/v1/cam/CAM-1/health', '{"v":1,"up":"yes"}');
    await say('room/v1/streets/07', Buffer.from([0xff, 0xfe, 0x00]));

    await until('the last of them', async () => 'room/v1/streets/+ json' in (await rejected()));
    // A frame of which one before did not come is lost on the way, and nobody's mistake.
    expect((await seat.request('diagnostics.read')).framesMissed).toBe(1);
    expect(await rejected()).toEqual({
      'room/v1/dist/+/delta stream streamId': 1,
      'room/v1/dist/+/delta dictVersion dictVersion': 1,
      'room/v1/dist/+/delta frame length': 1,
      'room/v1/dist/+/delta unknown-district district': 1,
      'room/v1/dist/+/full index index': 1,
      'room/v1/evt json': 1,
      'room/v1/evt schema seq': 1,
      'room/v1/head schema': 1,
      'room/v1/dict/+ schema name': 1,
      'room/v1/cam/+ schema azimuth': 1,
      'room/v1/data/+/+ schema name': 1,
      'room/v1/rsp/+ schema code': 1,
      'room/v1/hub/+ schema': 1,
      'room/v1/intent/+ schema v': 1,
      'city/v1/cam/+/health schema up': 1,
      'room/v1/streets/+ json': 1,
    });
    const id = v7();
    await seat.request('desk.act', { op: 'ticket.create', ticket: id, exp: 0, args: draft() as never });
    await until('work goes on', async () => (await seat.request('desk.snapshot')).tickets.length === 1);
    expect((await seat.request('cameras.list')).map(({ id: cam }) => cam)).toEqual(['CAM-1']);
    expect((await seat.request('session.view')).people).toHaveLength(5);
    expect(await seat.request('cameras.view', { camera: 'CAM-1', motive: 'essai' })).toMatchObject({
      kind: 'granted',
      offline: false,
    });
  });
});

describe('a seat without the room', () => {
  it('shows the last city and tickets from disk, with their age', async () => {
    for (const [i, lamp] of ['A-1', 'A%2F2', 'A-3'].entries())
      await broker.publishRaw({
        topic: `city/v1/lamp/${lamp}/state`,
        payload: JSON.stringify(light(`urn:${i}`, (i + 1) / 10)),
        user: 'city',
        retain: true,
      });
    await until('the lamps', async () => (await lamps(seat)).map(({ level }) => level).join() === '10,20,30');
    const before = await seat.request('desk.snapshot');
    expect(await seat.stop()).toBe(0);
    const seen = Date.now();

    const alone = await startSeat({ ...start, config: { ...start.config, brokers: ['mqtt://127.0.0.1:9'] } });
    expect(await alone.request('lamps.dictionary')).toMatchObject([
      { district: '07', ids: ['A-1', 'A/2', 'A-3'] },
    ]);
    const city = await lamps(alone);
    expect(city.map(({ level }) => level)).toEqual([10, 20, 30]);
    expect(city.every(({ observedAt }) => observedAt > 0 && observedAt * 1_000 <= seen)).toBe(true);
    const desk = await alone.request('desk.snapshot');
    expect(desk.tickets).toEqual(before.tickets);
    expect(desk.tickets.length).toBeGreaterThan(0);
    expect(Date.parse(desk.asOf!)).toBeLessThanOrEqual(seen);
    expect(await alone.request('cameras.list')).toMatchObject([{ id: 'CAM-1' }]);
    expect((await alone.request('session.view')).people).toHaveLength(5);
    // Its own rights let it watch, and the journal waits for the hub.
    expect(await alone.request('cameras.view', { camera: 'CAM-1', motive: 'hors ligne' })).toMatchObject({
      kind: 'granted',
      offline: true,
    });
    expect(await alone.stop()).toBe(0);

    seat = await startSeat(start);
    await hubUp(seat);
    await until('the hub has the journal', () => journalKept(join(start.dir, 'data')));
  });

  it('comes back from a damaged file with what it had still to say, and says so', async () => {
    await seat.stop();
    const alone = await startSeat({ ...start, config: { brokers: ['mqtt://127.0.0.1:9'] } });
    const id = v7();
    await alone.request('desk.act', { op: 'ticket.create', ticket: id, exp: 0, args: draft() as never });
    await alone.stop();
    await breakIndex(join(start.dir, 'data', 'desk.db'));

    seat = await startSeat(start);
    expect(await seat.request('alerts.list')).toMatchObject([
      { kind: 'desk-damaged', detail: expect.stringContaining('desk.db.damaged-') },
    ]);
    expect(readdirSync(join(start.dir, 'data')).some((name) => name.startsWith('desk.db.damaged-'))).toBe(
      true,
    );
    await until('the ticket is at the hub, and all others are here', async () => {
      const { tickets, outbox } = await seat.request('desk.snapshot');
      return outbox.length === 0 && tickets.length === 2 && tickets.some((ticket) => ticket.id === id);
    });
  });

  it('ends with a plain last word where it can not work at all', async () => {
    const newer = join(dir, 'newer');
    mkdirSync(newer);
    const db = new Sqlite(join(newer, 'desk.db'));
    db.pragma('user_version = 99');
    db.close();
    await expect(startSeat({ ...start, dir: join(dir, 'other'), data: newer })).rejects.toThrow(
      /ended \(74\):\nseat: database .*desk\.db was written by a newer version/,
    );
    await expect(
      startSeat({ ...start, dir: join(dir, 'other'), config: { passwordFile: join(dir, 'nowhere') } }),
    ).rejects.toThrow(/ended \(78\):\nseat: .*nowhere: there is no such file \(named by passwordFile\)/);
  });
});

/** Is all that this seat has recorded at the hub? Read from its file, as IT would. */
function journalKept(data: string): boolean {
  const db = new Sqlite(join(data, 'desk.db'), { readonly: true });
  try {
    const row = db.prepare('SELECT count(*) AS n, coalesce(min(kept), 0) AS kept FROM journal').get();
    return JSON.stringify(row) === JSON.stringify({ n: 1, kept: 1 });
  } finally {
    db.close();
  }
}

/** Spoils a page in the middle of a file: what lies elsewhere can be read. */
async function breakIndex(path: string): Promise<void> {
  const db = new Sqlite(path);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const page = db
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'event_ticket'")
    .pluck()
    .get() as number;
  db.close();
  const handle = await open(path, 'r+');
  await handle.write(Buffer.alloc(4_096, 0x5a), 0, 4_096, (page - 1) * 4_096);
  await handle.close();
}
