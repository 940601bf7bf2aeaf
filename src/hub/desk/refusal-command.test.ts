import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { instant } from '../../shared/wire/time.ts';
import { RoomData } from '../edge/room-data.ts';
import { showRefusals } from '../refusals/keep.ts';

type Make = Awaited<ReturnType<TestDesk['signIn']>>;
type Loose = Record<string, unknown>;
let room: TestDesk;
let petit: Make;
let meunier: Make;
let shown: Map<string, Loose>;
let ticket: string;

beforeEach(async () => {
  room = await openTestDesk();
  shown = new Map();
  room.shown.follow((topic, payload) => {
    const [, , , kind, id] = topic.split('/');
    if (kind !== 'refusal') return;
    if (payload === '') shown.delete(id!);
    else shown.set(id!, JSON.parse(payload));
  });
  petit = await room.signIn('seat-01', 'p-1');
  meunier = await room.signIn('seat-04', 'p-4');
  ticket = v7();
  await room.ask('seat-01', on(petit, 'ticket.create', 0, draft()));
});
afterEach(() => room.close());

const on = (make: Make, op: string, exp: number, args: object = {}) =>
  make({ op, target: { type: 'ticket', id: ticket }, exp, args });
const leave = (row: Loose) => ({
  v: 1,
  cmd: v7(),
  op: 'refusal.leave',
  madeAt: instant(room.clock.now),
  args: row,
});
const seen = (make: Make, id: string, more: Loose = {}) =>
  make({ op: 'refusal.seen', target: { type: 'refusal', id }, exp: 0, args: {}, ...more });
const signOut = async (make: Make) => {
  const { session } = make({}) as Loose;
  await room.ask('seat-01', {
    v: 1,
    cmd: v7(),
    op: 'session.close',
    madeAt: instant(room.clock.now),
    args: { session },
  });
};
/** A claim made in good time, and refused after its author has left. */
async function lateClaim() {
  const claim = on(petit, 'ticket.claim', 1);
  room.clock.now += 1_000;
  await signOut(petit);
  await room.ask('seat-04', on(meunier, 'ticket.claim', 1));
  const [reply] = await room.ask('seat-01', claim);
  expect(reply?.code).toBe('VERSION_CONFLICT');
  return { claim, id: `${claim.cmd}@seat-01` };
}

it('one that comes after its author has left waits for a supervisor, whatever becomes of the seat', async () => {
  const { claim, id } = await lateClaim();
  expect(shown.get(id)).toMatchObject({
    person: 'p-1',
    seat: 'seat-01',
    op: 'ticket.claim',
    target: { type: 'ticket', id: ticket },
    madeAt: claim.madeAt,
    state: 'refused',
    code: 'VERSION_CONFLICT',
  });
});

it('one whose author is there, or has sat down elsewhere, is theirs to see', async () => {
  await room.ask('seat-04', on(meunier, 'ticket.claim', 1));
  await room.ask('seat-01', on(petit, 'ticket.claim', 1));
  const late = on(petit, 'ticket.claim', 1);
  room.clock.now += 1_000;
  await signOut(petit);
  await room.signIn('seat-02', 'p-1');
  await room.ask('seat-01', late);
  expect(shown.size).toBe(0);
});

it('a seat leaves what it still has, also what was held and never sent; twice is once', async () => {
  const row = {
    person: 'p-1',
    cmd: v7(),
    op: 'ticket.close',
    target: { type: 'ticket', id: ticket },
    args: { outcome: 'done' },
    madeAt: instant(room.clock.now),
    state: 'held',
  };
  const replies = await room.ask('seat-01', leave(row), leave(row));
  expect(replies.map(({ code }) => code)).toEqual(['OK', 'OK']);
  expect([...shown.values()]).toMatchObject([{ ...row, seat: 'seat-01' }]);
});

it('is taken note of by a supervisor with a motive, or by its author who is back, and does not come again', async () => {
  const { claim, id } = await lateClaim();
  const roy = await room.signIn('seat-02', 'p-2');
  expect((await room.ask('seat-02', seen(roy, id)))[0]?.code).toBe('FORBIDDEN');
  expect((await room.ask('seat-04', seen(meunier, id, { motive: 'déjà traité' })))[0]?.code).toBe('OK');
  expect(shown.size).toBe(0);
  expect((await room.ask('seat-04', seen(meunier, id)))[0]?.code).toBe('OK');
  const { cmd, op, target, args, madeAt } = claim as Loose;
  const row = { person: 'p-1', cmd, op, target, args, madeAt, state: 'refused', code: 'VERSION_CONFLICT' };
  await room.ask('seat-01', leave(row));
  expect(shown.size).toBe(0);
  const journal = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('action', '=', 'refusal.seen')
    .orderBy('n')
    .execute();
  expect(journal.map(({ json }) => JSON.parse(json))).toMatchObject([
    { person: 'p-2', payload: { code: 'FORBIDDEN' } },
    { person: 'p-4', motive: 'déjà traité', target: `refusal:${id}`, payload: { code: 'OK' } },
    { person: 'p-4', payload: { code: 'OK' } },
  ]);
});

it('waits over a restart of the hub', async () => {
  const { id } = await lateClaim();
  const after = new RoomData(['refusal']);
  await showRefusals(room.store.db, after);
  expect([...after.follow(() => {}).keys()].at(-1)).toBe(
    `room/v1/data/refusal/${encodeURIComponent(id).replace('%40', '@')}`,
  );
});
