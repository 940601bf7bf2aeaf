import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { Person } from '../../shared/rights/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { listingTopic } from '../../shared/wire/listing.ts';
import type { SessionState } from '../../shared/wire/reply.ts';
import { topics } from '../../shared/wire/topic.ts';
import { Disk } from '../disk/disk.ts';
import { Journal } from '../journal/journal.ts';
import { CityStore } from '../lamps/city-store.ts';
import { Catalogue } from './catalogue.ts';
import { viewCamera } from './view.ts';

const ORIGIN = 'https://video.ville.example';
const CAMERA = {
  v: 1,
  id: 'CAM/1',
  name: 'Liberté × Bossuet',
  domain: 'publicSpace',
  position: [5.04, 47.32],
  azimuth: 90,
  fieldOfView: 60,
  streams: [
    { origin: 'https://elsewhere.example', path: '/a.m3u8' },
    { origin: ORIGIN, path: '/cam-1/index.m3u8' },
  ],
};
const HEALTH = { v: 1, up: true, since: '2026-11-23T11:00:00.000Z', bitRate: 2_000 };

let parts: SeatParts;
let catalogue: Catalogue;
const onChange = vi.fn();

beforeEach(() => {
  parts = seatParts();
  begin();
});
afterEach(() => {
  catalogue.close();
  parts.dispose();
  vi.clearAllMocks();
});
function begin(): void {
  const { city } = parts.databases;
  const store = new CityStore(city, new Disk(city, parts.alerts));
  catalogue = new Catalogue({ room: parts.room, store, videoOrigins: [ORIGIN], onChange });
}
const define = (camera: object = CAMERA, id = 'CAM/1') => parts.link.say(topics.camera(id), camera, true);

describe('the catalogue', () => {
  test('holds cameras with their health, and has them at the next start', () => {
    define();
    parts.link.say(topics.cameraHealth('CAM/1'), HEALTH, true);
    expect(catalogue.entries()).toEqual([{ ...CAMERA, health: HEALTH }]);
    catalogue.close();
    parts.reopen();
    begin();
    expect(catalogue.entries()).toEqual([CAMERA]);
  });

  test('an empty message takes one away, for the next start too', () => {
    define();
    define({}, 'CAM/2'); // bad
    parts.link.say(topics.camera('CAM/1'), '');
    expect(catalogue.entries()).toEqual([]);
    catalogue.close();
    parts.reopen();
    begin();
    expect(catalogue.entries()).toEqual([]);
  });

  test('one that is not in the listing is no more, for the next start too', () => {
    define();
    define({ ...CAMERA, id: 'CAM/2' }, 'CAM/2');
    parts.link.say(listingTopic('camera'), { v: 1, ids: ['CAM/2', 'CAM/3'] }, true);
    expect(catalogue.entries().map(({ id }) => id)).toEqual(['CAM/2']);
    catalogue.close();
    parts.reopen();
    begin();
    expect(catalogue.entries().map(({ id }) => id)).toEqual(['CAM/2']);
  });

  test('windows are told of many at once', async () => {
    for (let i = 0; i < 300; i++) define({ ...CAMERA, id: `CAM/${i}` }, `CAM/${i}`);
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
    expect(onChange).toHaveBeenCalledOnce();
    expect(catalogue.entries()).toHaveLength(300);
  });

  test('windows are told of a flood of health seldom, and of none that is no camera’s', async () => {
    define();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
    for (let i = 0; i < 300; i++) {
      parts.link.say(topics.cameraHealth('CAM/1'), { ...HEALTH, bitRate: i });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(catalogue.entries()[0]?.health?.bitRate).toBe(299);
    expect(onChange.mock.calls.length).toBeLessThan(10);
    for (let i = 0; i < 2_100; i++) parts.link.say(topics.cameraHealth(`GHOST/${i}`), HEALTH);
    expect(parts.rejected()).toEqual({ 'city/v1/cam/+/health unknown-camera': 100 });
    define({ ...CAMERA, id: 'GHOST/0' }, 'GHOST/0');
    expect(catalogue.entries()[1]?.health).toEqual(HEALTH); // it may come before its camera
  });

  test.each<[string, object]>([
    ['of another origin', { origin: 'https://elsewhere.example', path: '/a.m3u8' }],
    ['with a password in it', { origin: 'https://me:secret@video.ville.example', path: '/a.m3u8' }],
    ['that leaves its folder', { origin: ORIGIN, path: '/../a.m3u8' }],
  ])('a camera whose only stream is one %s is shown, not played, and named', (_, stream) => {
    define({ ...CAMERA, streams: [stream] });
    expect(catalogue.entries()[0]?.refused).toEqual(expect.any(String));
    expect(parts.rejected()).toEqual({ 'room/v1/cam/+ streams streams': 1 });
  });

  test('a camera of which the hub left the address out is shown, not played, with the reason it gives', () => {
    define({ ...CAMERA, streams: [], unplayable: 'userinfo' });
    expect(catalogue.entries()[0]?.refused).toBe('userinfo');
    expect(parts.rejected()).toEqual({ 'room/v1/cam/+ streams streams': 1 });
  });

  test('bad entries and health are counted by topic and field, and change nothing', () => {
    define();
    define({ ...CAMERA, azimuth: 400 });
    define({ ...CAMERA, id: 'CAM/2' });
    parts.link.say(topics.camera('CAM/1'), 'no JSON');
    parts.link.say(topics.cameraHealth('CAM/1'), { ...HEALTH, up: 1 });
    expect(catalogue.entries()).toEqual([CAMERA]);
    expect(parts.rejected()).toEqual({
      'room/v1/cam/+ schema azimuth': 1,
      'room/v1/cam/+ id id': 1,
      'room/v1/cam/+ json': 1,
      'city/v1/cam/+/health schema up': 1,
    });
  });
});

describe('watching a camera', () => {
  const person = { v: 1, id: 'p-1', name: 'Camille Petit', role: 'operator', domains: ['publicSpace'] };
  const state = { session: 's-1', person, role: 'operator', openedAt: HEALTH.since, assurance: 'declared' };
  let up: boolean;
  /** ms that this seat's clock is ahead of the hub's, as far as it knows */
  let offset: number | undefined;
  /** people as the hub last told of them */
  let known: Person[];
  let journal: Journal;
  let session: { current: () => SessionState | undefined; offline: boolean };
  let settled: PromiseWithResolvers<void>;
  const waitedFor: string[] = [];

  beforeEach(() => {
    settled = Promise.withResolvers();
    settled.resolve();
    waitedFor.length = 0;
    define();
    up = true;
    known = [Person.parse(person)];
    offset = 0;
    journal = new Journal(parts.databases.desk, parts.disk, () => {});
    session = { current: () => state as unknown as SessionState, offline: false };
  });
  const mine = { state: 'claimed', owner: { seat: 'seat-01', person: 'p-1' } };
  const tickets = {
    mine,
    closed: { ...mine, state: 'closed' },
    theirs: { ...mine, owner: { ...mine.owner, person: 'p-2' } },
    free: { state: 'open' },
  } as unknown as Record<string, Ticket>;
  const view = (wish: object = { ticket: 'T-1' }) =>
    viewCamera(
      { camera: 'CAM/1', ...wish },
      {
        catalogue,
        session,
        people: { get: (id) => known.find((each) => each.id === id) },
        journal,
        letters: parts.letters,
        ticket: (id) => tickets[id],
        settled: (id) => {
          waitedFor.push(id);
          return settled.promise;
        },
        hubUp: () => up,
        clockOffset: () => offset,
        now: parts.now,
      },
    );
  const hubSays = (answer: object) => {
    parts.link.onPublish = ({ text }) => {
      const { cmd } = JSON.parse(text) as { cmd: string };
      parts.link.say(topics.reply('seat-01'), { v: 1, cmd, ok: true, code: 'OK', ...answer });
    };
  };
  const url = `${ORIGIN}/cam-1/index.m3u8`;
  const until = '2026-11-23T12:10:00.000Z';

  test('the hub grants it, and keeps the journal', async () => {
    hubSays({ grant: { camera: 'CAM/1', person: 'p-1', until } });
    expect(await view()).toEqual({ kind: 'granted', url, until, offline: false });
    expect(journal.head().count).toBe(0);
    expect(parts.link.heard('room/v1/cmd/+')).toMatchObject([
      { op: 'camera.view', session: 's-1', args: { ticket: 'T-1' }, expiresAt: '2026-11-23T12:00:03.000Z' },
    ]);
  });

  test.each([
    [-240_000, '2026-11-23T12:04:00.000Z', '2026-11-23T12:04:03.000Z'],
    [3_500, '2026-11-23T11:59:56.500Z', '2026-11-23T11:59:59.500Z'],
    [undefined, '2026-11-23T12:00:00.000Z', undefined],
  ])('with a clock that is %s ms ahead it is asked for by the hub’s', async (ahead, madeAt, expiresAt) => {
    offset = ahead;
    hubSays({ grant: { camera: 'CAM/1', person: 'p-1', until } });
    expect(await view()).toMatchObject({ kind: 'granted' });
    const [asked] = parts.link.heard('room/v1/cmd/+');
    expect([asked?.madeAt, asked?.expiresAt]).toEqual([madeAt, expiresAt]);
    expect(parts.link.published[0]?.options.messageExpiry).toBe(3);
  });

  test('the hub is asked once it has answered what was done on the ticket, for whom sits there then', async () => {
    hubSays({ grant: { camera: 'CAM/1', person: 'p-1', until } });
    settled = Promise.withResolvers();
    const answer = view();
    await view({ ticket: 'T-1', motive: 'bagarre' }); // a motive needs no ticket, so it waits for none
    await view({ motive: 'bagarre' });
    expect(waitedFor).toEqual(['T-1']);
    expect(parts.link.heard('room/v1/cmd/+')).toHaveLength(2);
    settled.resolve();
    expect(await answer).toMatchObject({ kind: 'granted' });
    settled = Promise.withResolvers();
    const late = view();
    session.current = () => undefined;
    settled.resolve();
    expect(await late).toEqual({ kind: 'refused', code: 'NO_SESSION' });
    expect(parts.link.heard('room/v1/cmd/+')).toHaveLength(3);
  });

  test('the hub’s no is a no', async () => {
    hubSays({ ok: false, code: 'FORBIDDEN' });
    expect(await view()).toEqual({ kind: 'refused', code: 'FORBIDDEN' });
    expect(journal.head().count).toBe(0);
  });

  test.each([
    ['is away', () => (up = false)],
    ['can not now', () => hubSays({ ok: false, code: 'RETRY' })],
    ['does not know the session yet', () => (session = { ...session, offline: true })],
    ['can not be reached', () => (parts.link.online = false)],
  ])('where the hub %s the seat’s own rights speak, and it is in the journal', async (_, arrange) => {
    arrange();
    expect(await view({ motive: 'bagarre' })).toMatchObject({ kind: 'granted', url, offline: true });
    expect(journal.head().count).toBe(1);
  });

  test.each([
    ['mine', 'granted'],
    ['closed', 'refused'],
    ['theirs', 'refused'],
    ['free', 'refused'],
    ['unknown', 'refused'],
  ])('without the hub: for the ticket %s, without a motive: %s', async (ticket, kind) => {
    up = false;
    expect(await view({ ticket })).toMatchObject({ kind });
    expect(journal.head().count).toBe(kind === 'granted' ? 1 : 0);
    expect(await view({ ticket, motive: 'bagarre' })).toMatchObject({ kind: 'granted' });
  });

  test('the hub’s wish for a motive is passed on', async () => {
    hubSays({ ok: false, code: 'INVALID', field: 'motive' });
    expect(await view()).toEqual({ kind: 'refused', code: 'INVALID', detail: 'motive' });
  });

  test('without the hub: not outside one’s domains, and not without a reason', async () => {
    up = false;
    expect(await view({})).toMatchObject({ kind: 'refused', code: 'INVALID', detail: 'motive' });
    expect(await view({ motive: '   ' })).toMatchObject({ kind: 'refused', code: 'INVALID' });
    define({ ...CAMERA, id: 'CAM/2', domain: 'parking' }, 'CAM/2');
    expect(await view({ camera: 'CAM/2', motive: 'vol' })).toMatchObject({
      code: 'FORBIDDEN',
      detail: 'domain',
    });
    expect(journal.head().count).toBe(0);
  });

  test('without the hub: rights that were taken since signing in are gone', async () => {
    up = false;
    expect(await view({ motive: 'vol' })).toMatchObject({ kind: 'granted' });
    known = [{ ...Person.parse(person), domains: [] }];
    expect(await view({ motive: 'vol' })).toMatchObject({ code: 'FORBIDDEN', detail: 'domain' });
    known = [];
    expect(await view({ motive: 'vol' })).toMatchObject({ code: 'FORBIDDEN', detail: 'person' });
    expect(journal.head().count).toBe(1);
  });

  test('what can not be recorded is not shown', async () => {
    up = false;
    parts.fill(true);
    const recorded: unknown[] = [];
    for (let i = 0; i < 60 && recorded.at(-1) !== 'refused'; i++)
      recorded.push((await view({ motive: 'x'.repeat(1_000) })).kind);
    expect(recorded.at(-1)).toBe('refused');
    expect(journal.head().count).toBe(recorded.length - 1);
  });

  test('no session, no such camera, nothing that may be played', async () => {
    session = { ...session, current: () => undefined };
    expect(await view()).toEqual({ kind: 'refused', code: 'NO_SESSION' });
    expect(await view({ camera: 'CAM/9' })).toEqual({ kind: 'refused', code: 'UNKNOWN_CAMERA' });
    define({ ...CAMERA, streams: [CAMERA.streams[0]] });
    expect(await view()).toMatchObject({ kind: 'refused', code: 'NO_PLAYABLE_STREAM', detail: 'origin' });
    expect(parts.link.published).toEqual([]);
  });
});
