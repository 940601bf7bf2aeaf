import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { type SeatStart, startSeat, type TestSeat } from '../support/seat.ts';
import { CAM_1, CAM_1_ORIGIN } from '../support/seat-camera.ts';
import { canMakeDisks, makeSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-disk-'));
const data = join(dir, 'disk');
const dictionary = Dictionary.parse({
  v: 1,
  district: '07',
  name: 'Montchapet',
  dictVersion: 1,
  lamps: [{ id: 'A-1', position: [5.03, 47.33], street: 'rue de Gray' }],
});
const NO_ROOM = { brokers: ['mqtt://127.0.0.1:9'] };

let disk: SmallDisk;
let broker: TestBroker;
let hub: TestHub;
let start: SeatStart;
const id = v7();

const open = (config: SeatStart['config'] = {}) =>
  startSeat({ ...start, config: { ...start.config, ...config } });
const hubUp = (seat: TestSeat) =>
  until('the hub is up', async () => (await seat.request('link.state')).hub.kind === 'up');
const troubles = async (seat: TestSeat) =>
  (await seat.request('alerts.list')).map(({ kind, detail = '' }) => `${kind} ${detail}`);
const note = (seat: TestSeat, text: string) =>
  seat.request('desk.act', { op: 'ticket.note', ticket: id, exp: 1, args: { text } });
const notes = async (seat: TestSeat) =>
  (await seat.request('desk.timeline', { ticket: id })).flatMap((event) => event.note ?? []);

/** The last known city is there, and nothing can be done on it without the room. */
async function showsButKeepsNothing(seat: TestSeat): Promise<void> {
  const { tickets, outbox } = await seat.request('desk.snapshot');
  expect(tickets).toMatchObject([{ id, version: 1, state: 'open' }]);
  expect(outbox).toEqual([]);
  expect(await seat.request('lamps.dictionary')).toMatchObject([{ district: '07', ids: ['A-1'] }]);
  expect(await seat.request('cameras.list')).toMatchObject([{ id: 'CAM-1' }]);
  expect((await seat.request('session.view')).session?.person.id).toBe('p-1');
  expect(await seat.request('desk.act', { op: 'ticket.claim', ticket: id, exp: 1, args: {} })).toEqual({
    kind: 'refused',
    why: 'no-disk-no-hub',
  });
  expect(await seat.request('desk.snapshot')).toMatchObject({ tickets, outbox: [] });
  expect(await seat.request('cameras.view', { camera: 'CAM-1', motive: 'essai' })).toEqual({
    kind: 'refused',
    code: 'RETRY',
    detail: 'journal',
  });
}

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01', 'seat-02'] });
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
    data,
    config: { video: { origins: [CAM_1_ORIGIN] } },
  };
});

afterAll(async () => {
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

describe.skipIf(!canMakeDisks)('a seat that starts on a disk that takes nothing', () => {
  beforeAll(async () => {
    disk = makeSmallDisk(data, 4);
    const seat = await open();
    await hubUp(seat);
    await seat.request('session.open', { person: 'p-1', proof: '' });
    await seat.request('desk.act', { op: 'ticket.create', ticket: id, exp: 0, args: draft() as never });
    await until('the city is here', async () => {
      const [{ tickets, outbox }, districts, cameras] = await Promise.all([
        seat.request('desk.snapshot'),
        seat.request('lamps.dictionary'),
        seat.request('cameras.list'),
      ]);
      return tickets.length * districts.length * cameras.length === 1 && outbox.length === 0;
    });
    await seat.stop();
  });
  afterAll(() => disk.remove());

  it('shows the last city, says that nothing can be kept, and refuses what it would have to keep', async () => {
    disk.fill();
    const seat = await open(NO_ROOM);
    expect(await troubles(seat)).toEqual([
      expect.stringMatching(/^disk-full .*desk\.db.*the disk is full.*what it holds is shown/),
      expect.stringMatching(/^disk-full .*city\.db.*the disk is full.*what it holds is shown/),
    ]);
    await showsButKeepsNothing(seat);
    expect(await seat.stop()).toBe(0);
    disk.empty();
  });

  it('shows what a killed engine had written last', async () => {
    const before = await open();
    await hubUp(before);
    await note(before, 'avant la coupure');
    await until('the note', async () => (await notes(before)).length === 1);
    await before.kill();
    disk.fill();
    const seat = await open(NO_ROOM);
    expect(await notes(seat)).toEqual(['avant la coupure']);
    await showsButKeepsNothing(seat);
    expect((await troubles(seat))[0]).toMatch(/^disk-full .*desk\.db/);
    await seat.stop();
    disk.empty();
  });

  it('sends to a reachable hub unqueued, shows what the room says, and starts anew when there is room', async () => {
    await (await open()).stop(); // nothing is left beside the files
    disk.fill();
    const seat = await open();
    await hubUp(seat);
    expect(await note(seat, 'sans disque')).toMatchObject({ kind: 'unqueued' });
    await until(
      'the room says so',
      async () => (await notes(seat)).join() === 'avant la coupure,sans disque',
    );
    expect((await seat.request('session.open', { person: 'p-2', proof: '' })).ok).toBe(true);
    disk.empty();
    expect(await seat.ended()).toBe(0);
    await seat.restart();
    expect(await troubles(seat)).toEqual([]);
    expect((await seat.request('session.view')).session?.person.id).toBe('p-2');
    await until('it has caught up', async () => (await notes(seat)).includes('sans disque'));
    expect(await note(seat, 'de nouveau')).toMatchObject({ kind: 'kept' });
    await seat.request('session.open', { person: 'p-1', proof: '' });
    await until('the outbox is empty', async () => {
      return (await seat.request('desk.snapshot')).outbox.length === 0;
    });
    await seat.stop();
  });

  it('does the same in a folder that is read-only', async () => {
    const files = readdirSync(data);
    disk.readOnly(true);
    const seat = await open(NO_ROOM);
    expect(await troubles(seat)).toEqual([
      expect.stringMatching(/^read-only .*desk\.db.*cannot be written.*what it holds is shown/),
      expect.stringMatching(/^read-only .*city\.db/),
    ]);
    await showsButKeepsNothing(seat);
    await seat.stop();
    disk.readOnly(false);
    expect(readdirSync(data)).toEqual(files);
  });
});

it('a seat that has no folder at all works with the room and says that nothing is kept', async () => {
  const file = join(dir, 'a-file');
  writeFileSync(file, '');
  const seat = await startSeat({ ...start, data: file });
  expect(await troubles(seat)).toEqual([
    expect.stringMatching(/^read-only .*a-file.*cannot be written.*nothing of it could be read/),
    expect.stringMatching(/^read-only .*a-file/),
  ]);
  await hubUp(seat);
  expect((await seat.request('session.open', { person: 'p-1', proof: '' })).ok).toBe(true);
  const answer = await seat.request('desk.act', {
    op: 'ticket.create',
    ticket: v7(),
    exp: 0,
    args: draft() as never,
  });
  expect(answer).toMatchObject({ kind: 'unqueued' });
  await seat.stop();
});

describe('a file found damaged while it is used', () => {
  /** Another hand leads an index to a page that is not there: what is prepared from then on finds the file damaged. */
  const damage = (folder: string) => {
    const db = new Sqlite(join(folder, 'desk.db')).unsafeMode();
    db.pragma('writable_schema = ON');
    db.exec("UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'event_ticket'");
    db.pragma(`schema_version = ${Number(db.pragma('schema_version', { simple: true })) + 1}`);
    db.close();
  };
  const caughtUp = (seat: TestSeat) =>
    until('it has caught up', async () => (await seat.request('desk.snapshot')).asOf !== undefined);
  const begin = async (name: string) => {
    const seat = await startSeat({ ...start, dir: join(dir, name), data: join(dir, name, 'data') });
    await hubUp(seat);
    await seat.request('session.open', { person: 'p-1', proof: '' });
    await caughtUp(seat);
    return seat;
  };
  const create = (seat: TestSeat) =>
    seat.request('desk.act', { op: 'ticket.create', ticket: v7(), exp: 0, args: draft() as never });
  const endsAndComesBack = async (seat: TestSeat) => {
    expect(await seat.ended()).toBe(74);
    expect(seat.logLines.join('\n')).toMatch(/^seat: database .* is damaged/m);
    await seat.restart();
    expect(await troubles(seat)).toEqual([expect.stringMatching(/^desk-damaged .*desk\.db\.damaged-/)]);
    await caughtUp(seat);
    await seat.request('session.open', { person: 'p-1', proof: '' });
    expect(await create(seat)).toMatchObject({ kind: 'kept' });
    await seat.stop();
  };

  it('by a request: the engine ends, and the next sets the file aside', async () => {
    const seat = await begin('asked');
    damage(join(dir, 'asked', 'data'));
    await expect(create(seat)).rejects.toThrow('damaged');
    await endsAndComesBack(seat);
  });

  it('by a message: the engine ends, and the next sets the file aside', async () => {
    const seat = await begin('told');
    damage(join(dir, 'told', 'data'));
    const colleague = await ForeignSeat.connect(broker.url, 'seat-02', broker.secrets['seat-02']);
    await colleague.signIn('p-2');
    await colleague.command(colleague.on('ticket.create', v7(), 0, draft()));
    await colleague.close();
    await endsAndComesBack(seat);
  });
});
