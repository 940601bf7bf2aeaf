import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CAMERA, ORIGIN } from '../../../tests/support/seat-camera.ts';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { Person } from '../../shared/rights/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import type { SessionState } from '../../shared/wire/reply.ts';
import { topics } from '../../shared/wire/topic.ts';
import { Disk } from '../disk/disk.ts';
import { Journal } from '../journal/journal.ts';
import { CityStore } from '../lamps/city-store.ts';
import { Catalogue } from './catalogue.ts';
import { viewCamera } from './view.ts';

let parts: SeatParts;
let catalogue: Catalogue;
beforeEach(() => {
  parts = seatParts();
  const { city } = parts.databases;
  const store = new CityStore(city, new Disk(city, parts.alerts));
  catalogue = new Catalogue({ room: parts.room, store, videoOrigins: [ORIGIN], onChange: () => {} });
});
afterEach(() => {
  catalogue.close();
  parts.dispose();
});
const define = (camera: object = CAMERA, id = 'CAM/1') => parts.link.say(topics.camera(id), camera, true);

const person = { v: 1, id: 'p-1', name: 'Camille Petit', role: 'operator', domains: ['publicSpace'] };
const state = {
  session: 's-1',
  person,
  role: 'operator',
  openedAt: '2026-11-23T11:00:00.000Z',
  assurance: 'declared',
};
let up: boolean;
/** ms that this seat's clock is ahead of the hub's, as far as it knows */
let offset: number | undefined;
/** people as the hub last told of them */
let known: Person[];
let journal: Journal;
const over = vi.fn();
let session: { current: () => SessionState | undefined; offline: boolean; over: typeof over };
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
  session = { current: () => state as unknown as SessionState, offline: false, over };
});
const mine = { kind: 'fight', state: 'claimed', owner: { seat: 'seat-01', person: 'p-1' } };
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
  expect(over).not.toHaveBeenCalled();
  hubSays({ ok: false, code: 'FORBIDDEN', field: 'session' });
  expect(await view()).toEqual({ kind: 'refused', code: 'FORBIDDEN', detail: 'session' });
  expect(over).toHaveBeenCalledOnce();
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
