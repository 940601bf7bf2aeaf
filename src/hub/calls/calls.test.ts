import { afterEach, beforeEach, expect, it } from 'vitest';
import { callContext, openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import type { RoomCall } from '../../shared/call/model.ts';
import { Call, type CallOrder } from '../../shared/wire/intake.ts';
import { instant } from '../../shared/wire/time.ts';
import { Switchboard } from './switchboard.ts';
import { takeCall } from './take.ts';

type Loose = Record<string, unknown>;

let room: TestDesk;
let board: Switchboard;
let shown: Map<string, RoomCall>;
let orders: CallOrder[];
let perrin: (parts: Loose) => Loose & { cmd: string };
let morel: (parts: Loose) => Loose & { cmd: string };

const open = () =>
  Switchboard.create({
    store: room.store,
    context: callContext,
    limits: { unanswered: 45_000, shown: 60_000 },
    show: (call) => shown.set(call.id, call),
    hide: (id) => shown.delete(id),
    order: (order) => orders.push(order),
    now: () => room.clock.now,
  });
const telephony = async (more: Loose = {}) => {
  const call = Call.parse({ v: 1, callId: 'C-1', status: 'ringing', at: instant(room.clock.now), ...more });
  const kept = await room.store.write((unit) => takeCall(unit, call, instant(room.clock.now), callContext));
  if (kept.call !== undefined) board.changed(kept.call);
  return kept;
};
const answer = (as: typeof perrin, id = 'C-1') =>
  as({ op: 'call.answer', target: { type: 'call', id }, args: {} });
const titles = async () => (await room.events()).map(({ type, patch }) => patch.title ?? type);

beforeEach(async () => {
  room = await openTestDesk();
  shown = new Map();
  orders = [];
  board = await open();
  perrin = await room.signIn('seat-01', 'p-1');
  morel = await room.signIn('seat-02', 'p-2');
});
afterEach(() => room.close());

it('gives a call and its ticket to the first who answers, and tells the other who it was', async () => {
  await telephony({ number: '0612345678' });
  const [won] = await room.ask('seat-01', answer(perrin));
  const [lost] = await room.ask('seat-02', answer(morel));
  const owner = { seat: 'seat-01', person: 'p-1' };
  expect(won).toMatchObject({
    code: 'OK',
    call: { status: 'answered', answeredBy: owner },
    ticket: { state: 'claimed', owner, caller: { number: '0612345678' }, source: { sourceId: 'C-1' } },
    last: { type: 'ticket.created', person: 'p-1' },
  });
  expect(lost).toMatchObject({ ok: false, code: 'BAD_STATE', call: { answeredBy: owner } });
  expect(await titles()).toEqual(['Appel de 06\u00a0••\u00a0••\u00a0••\u00a078']);
  board.answered(won!.call!, won!.cmd);
  expect(orders).toMatchObject([{ order: 'answer', callId: 'C-1', seat: 'seat-01' }]);
  expect(await telephony({ status: 'answered' })).toMatchObject({
    call: { connectedAt: instant(room.clock.now) },
  });
});

it('refuses who answers late, where it doesn’t ring, or what nobody knows', async () => {
  await telephony({ line: '17' });
  const late = answer(morel);
  room.clock.now += 10_001;
  expect((await room.ask('seat-02', late))[0]).toMatchObject({ code: 'EXPIRED' });
  expect((await room.ask('seat-01', answer(perrin)))[0]).toMatchObject({ code: 'FORBIDDEN', field: 'seat' });
  expect((await room.ask('seat-01', answer(perrin, 'C-9')))[0]).toMatchObject({ code: 'NOT_FOUND' });
  expect((await room.ask('seat-02', answer(morel)))[0]).toMatchObject({ code: 'OK' });
});

it('opens a ticket of what rings too long; who answers after all has that one', async () => {
  await telephony({ number: '0612345678' });
  room.clock.now += 44_999;
  expect(await board.look()).toBe(0);
  room.clock.now += 1;
  expect([await board.look(), await board.look()]).toEqual([1, 0]);
  expect(shown.get('C-1')).toMatchObject({ status: 'ringing', missed: true });
  const [won] = await room.ask('seat-02', answer(morel));
  expect(won).toMatchObject({
    code: 'OK',
    ticket: { state: 'claimed', owner: { person: 'p-2' }, version: 2 },
  });
  expect(won?.call).not.toHaveProperty('missed');
  expect(await titles()).toEqual([
    'Appel manqué, à rappeler : 06\u00a0••\u00a0••\u00a0••\u00a078',
    'ticket.claimed',
  ]);
});

it('shows what rings again after a restart, and forgets it a while after its end', async () => {
  await telephony();
  shown = new Map();
  board = await open();
  expect(shown.get('C-1')).toMatchObject({ status: 'ringing' });
  await telephony({ status: 'ended' });
  room.clock.now += 60_000;
  await board.look();
  expect([...shown]).toEqual([]);
  const again = await telephony({ status: 'ended' });
  expect(again).toMatchObject({ opened: false, ticket: expect.any(String) });
  expect(await titles()).toHaveLength(1);
});
