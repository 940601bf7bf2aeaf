import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { UNANSWERED_MS } from '../../shared/shift/summary.ts';
import type { CommandReply } from '../../shared/wire/reply.ts';
import { instant } from '../../shared/wire/time.ts';
import { RoomData } from '../edge/room-data.ts';
import { showShifts } from '../shifts/keep.ts';
import { judgeUnanswered } from '../shifts/unanswered.ts';

type Make = Awaited<ReturnType<TestDesk['signIn']>>;
let room: TestDesk;
let petit: Make;
let roy: Make;
let shown: Map<string, string>;

beforeEach(async () => {
  room = await openTestDesk();
  shown = new Map();
  room.shown.follow((topic, payload) => void shown.set(topic, payload));
  petit = await room.signIn('seat-01', 'p-1');
  roy = await room.signIn('seat-02', 'p-2');
});
afterEach(() => room.close());

const shift = (make: Make, op: string, id: string, args: object = {}, more: object = {}) =>
  make({ op: `shift.${op}`, target: { type: 'shift', id }, exp: 0, args, ...more });
const offer = (make: Make, id: string, to = 'p-2') =>
  shift(make, 'offer', id, { to, note: 'Pompiers en route', matters: [], unconfirmed: 0 });
const told = (id: string) => JSON.parse(shown.get(`room/v1/data/shift/${id}`) ?? 'null');
const codes = (replies: readonly CommandReply[]) =>
  replies.map(({ code, field }) => [code, field].filter(Boolean).join(' '));
async function hold(make: Make, n: number): Promise<readonly string[]> {
  const ids = Array.from({ length: n }, () => v7());
  const on = (op: string, id: string, exp: number, args: object) =>
    make({ op, target: { type: 'ticket', id }, exp, args });
  for (const id of ids)
    await room.ask('seat-01', on('ticket.create', id, 0, draft()), on('ticket.claim', id, 1, {}));
  return ids;
}
const owners = async () => {
  const rows = await room.store.db.selectFrom('ticket').select('owner_person').execute();
  return rows.map(({ owner_person }) => owner_person);
};

it('passes all tickets at once when the other accepts, and tells the room', async () => {
  const ids = await hold(petit, 3);
  const id = v7();
  expect(codes(await room.ask('seat-01', offer(petit, id)))).toEqual(['OK']);
  expect(told(id)).toMatchObject({ state: 'offered', note: 'Pompiers en route', from: { person: 'p-1' } });
  expect(await owners()).toEqual(['p-1', 'p-1', 'p-1']);
  const [reply] = await room.ask('seat-02', shift(roy, 'accept', id));
  expect(reply?.code).toBe('OK');
  expect(await owners()).toEqual(['p-2', 'p-2', 'p-2']);
  expect(told(id).tickets.toSorted()).toEqual([...ids].toSorted());
  const events = (await room.events()).filter(({ type }) => type === 'ticket.accepted');
  expect(events.map(({ cmd }) => cmd)).toEqual(Array(3).fill(reply?.cmd));
  expect(reply?.seq).toBe(events.at(-1)?.seq);
});

it('leaves all where it was when the other declines, with why, and when it is withdrawn', async () => {
  await hold(petit, 2);
  const [first, second] = [v7(), v7()];
  await room.ask('seat-01', offer(petit, first));
  const declined = shift(roy, 'decline', first, {}, { motive: 'déjà trois P1' });
  expect(codes(await room.ask('seat-02', declined))).toEqual(['OK']);
  expect(told(first)).toMatchObject({ state: 'declined', motive: 'déjà trois P1' });
  await room.ask('seat-01', offer(petit, second));
  expect(codes(await room.ask('seat-01', shift(petit, 'withdraw', second)))).toEqual(['OK']);
  expect(await owners()).toEqual(['p-1', 'p-1']);
  expect(codes(await room.ask('seat-02', shift(roy, 'accept', second)))).toEqual(['BAD_STATE']);
  const asked = await room.store.db.selectFrom('ticket').select('json').execute();
  expect(asked.some(({ json }) => 'handoverTo' in JSON.parse(json))).toBe(false);
});

it('is for people of the room, and answered by who was asked', async () => {
  const id = v7();
  expect(codes(await room.ask('seat-01', offer(petit, v7(), 'p-5'), offer(petit, v7(), 'ghost')))).toEqual([
    'NOT_FOUND args.to',
    'NOT_FOUND args.to',
  ]);
  await room.ask('seat-01', offer(petit, id));
  expect(codes(await room.ask('seat-01', shift(petit, 'accept', id)))).toEqual(['FORBIDDEN']);
  expect(told(id)).toMatchObject({ state: 'offered' });
});

it('made and accepted without the hub says when, and a second answer to the same command changes nothing', async () => {
  await hold(petit, 1);
  const id = v7();
  const offered = offer(petit, id);
  room.clock.now += 3_600_000;
  const [once, again] = await room.ask('seat-01', offered, offered);
  expect([once?.dup, again?.dup]).toEqual([undefined, true]);
  expect((await room.events()).at(-1)).toMatchObject({ type: 'ticket.handedOver', madeAt: offered.madeAt });
  expect(told(id)).toMatchObject({ offeredAt: offered.madeAt });
});

it('one that waits is shown again after a restart, one answered yesterday no more', async () => {
  const [waits, over] = [v7(), v7()];
  await room.ask('seat-02', offer(roy, over, 'p-1'));
  await room.ask('seat-01', shift(petit, 'accept', over), offer(petit, waits));
  const after = new RoomData(['shift']);
  await showShifts(room.store.db, after, instant(room.clock.now));
  expect([...after.follow(() => {}).keys()].filter((topic) => !topic.includes('index'))).toHaveLength(2);
  await showShifts(room.store.db, after, instant(room.clock.now + 25 * 3_600_000));
  expect([...after.follow(() => {}).keys()].at(-1)).toBe(`room/v1/data/shift/${waits}`);
});

it('says once, for the whole room and in the journal, that nobody answers', async () => {
  const [first, second] = [v7(), v7()];
  await room.ask('seat-01', offer(petit, first));
  const look = () => judgeUnanswered(room.store, room.shown, room.clock.now);
  room.clock.now += UNANSWERED_MS - 1;
  expect([await look(), told(first).unansweredAt]).toEqual([0, undefined]);
  room.clock.now += 1;
  const at = instant(room.clock.now);
  expect([await look(), told(first).unansweredAt]).toEqual([1, at]);
  room.clock.now += 60_000;
  expect([await look(), told(first).unansweredAt]).toEqual([0, at]);
  const journal = room.store.db
    .selectFrom('journal')
    .select('action')
    .where('action', '=', 'shift.unanswered');
  expect(await journal.execute()).toHaveLength(1);
  // What is answered is judged no more.
  await room.ask('seat-02', offer(roy, second, 'p-1'));
  await room.ask('seat-01', shift(petit, 'decline', second));
  room.clock.now += UNANSWERED_MS;
  expect(await look()).toBe(0);
});
