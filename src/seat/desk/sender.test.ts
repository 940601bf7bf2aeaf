import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { SmallHub } from '../../../tests/support/small-hub.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { TicketCommand } from '../../shared/wire/command.ts';
import { instant } from '../../shared/wire/time.ts';
import { asItem } from './outbox-item.ts';
import { OutboxStore } from './outbox-store.ts';
import { Sender } from './sender.ts';

const RSP = 'room/v1/rsp/seat-01';
const T1 = v7();
const T2 = v7();

let parts: SeatParts;
let hub: SmallHub;
let store: OutboxStore;
let sender: Sender;
const onTicket = vi.fn<(ticket: Ticket) => void>();
const onStale = vi.fn();
const onUnsupported = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  parts = seatParts();
  hub = new SmallHub(parts.now);
  hub.create(T1);
  hub.create(T2);
  begin();
});
afterEach(() => {
  sender.close();
  parts.letters.close();
  parts.dispose();
  vi.useRealTimers();
  vi.clearAllMocks();
});

function begin(): void {
  store = new OutboxStore(parts.databases.desk);
  sender = new Sender({
    store,
    disk: parts.disk,
    letters: parts.letters,
    onChange: () => {},
    onTicket,
    onStale,
    onUnsupported,
    onSessionOver: () => {},
    now: parts.now,
    random: () => 0.5,
  });
}

type Op = TicketCommand['op'];
function keep(op: Op, id: string, exp: number, args: object = {}): string {
  const cmd = v7();
  const target = { type: 'ticket', id };
  const madeAt = instant(parts.now());
  store.add(TicketCommand.parse({ v: 1, cmd, session: 's-1', op, target, exp, args, madeAt }), 'p-1');
  sender.pump();
  return cmd;
}
/** Lets everything happen that is due within the turn. */
const settle = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
};
/** Lets time pass, for timers and for whoever asks. */
const pass = async (ms: number) => {
  parts.clock += ms;
  await vi.advanceTimersByTimeAsync(ms);
  await settle();
};
const sent = () => parts.link.heard('room/v1/cmd/+');
const states = () => store.all().map(({ op, state }) => `${op} ${state}`);
const reply = (cmd: string, code: string, more: object = {}) =>
  parts.link.say(RSP, { v: 1, cmd, ok: code === 'OK', code, ...more });

describe('in order', () => {
  test('nothing goes before the hub can be spoken to; then all does, and leaves the outbox', async () => {
    hub.serve(parts.link);
    keep('ticket.claim', T1, 1);
    await settle();
    expect(sent()).toEqual([]);
    sender.resume();
    await settle();
    expect(store.all()).toEqual([]);
    expect(hub.tickets.get(T1)).toMatchObject({ state: 'claimed', owner: { person: 'p-1' } });
    expect(onTicket).toHaveBeenCalledWith(hub.tickets.get(T1));
  });

  test('nor when the hub goes before it could be sent', async () => {
    sender.resume();
    keep('ticket.claim', T1, 1);
    sender.pause();
    await settle();
    expect(sent()).toEqual([]);
  });

  test('one at a time on a ticket, each on the version that the one before made', async () => {
    sender.resume();
    const claim = keep('ticket.claim', T1, 1);
    keep('ticket.note', T1, 1, { text: 'vu' });
    keep('ticket.close', T1, 1, { outcome: 'done' });
    keep('ticket.claim', T2, 1);
    await settle();
    expect(sent().map(({ op, target }) => [op, target])).toEqual([
      ['ticket.claim', { type: 'ticket', id: T1 }],
      ['ticket.claim', { type: 'ticket', id: T2 }],
    ]);
    hub.serve(parts.link);
    parts.link.say(RSP, hub.carryOut(sent()[0], 'seat-01', 'p-1'));
    await settle();
    expect(store.get(claim)).toBeUndefined();
    expect(sent().find(({ op }) => op === 'ticket.close')).toMatchObject({ exp: 2 });
    expect(hub.tickets.get(T1)).toMatchObject({ state: 'closed', version: 3 });
  });

  test('a note’s reply tells of what others did, which its author has not seen: no follower takes it', async () => {
    sender.resume();
    keep('ticket.note', T1, 1, { text: 'vu' });
    keep('ticket.claim', T1, 1);
    hub.do('ticket.prioritise', T1, { priority: 1 });
    hub.serve(parts.link);
    await settle();
    parts.link.say(RSP, hub.carryOut(sent()[0]));
    await settle();
    expect(states()).toEqual(['ticket.claim refused']);
    expect(store.all()[0]?.reply).toMatchObject({ code: 'VERSION_CONFLICT', ticket: { version: 2 } });
  });

  test('a repeated old answer does not take back what the author has seen since', async () => {
    const claim = keep('ticket.claim', T1, 1);
    const first = hub.carryOut(store.get(claim)!.command, 'seat-01', 'p-1'); // its answer was lost
    hub.do('ticket.prioritise', T1, { priority: 1 });
    keep('ticket.close', T1, 3, { outcome: 'done' });
    expect(first.ticket?.version).toBe(2);
    hub.serve(parts.link);
    sender.resume();
    await settle();
    expect(store.all()).toEqual([]);
    expect(hub.tickets.get(T1)?.state).toBe('closed');
  });

  test('a long outbox goes in a window, and all of it arrives', async () => {
    const ids = Array.from({ length: 150 }, () => hub.create());
    for (const id of ids) keep('ticket.claim', id, 1);
    sender.resume();
    await settle();
    expect(sent()).toHaveLength(32);
    hub.serve(parts.link);
    await pass(5_000);
    await pass(5_000);
    await vi.waitFor(() => expect(store.all()).toEqual([]), { interval: 1 });
    expect(ids.every((id) => hub.tickets.get(id)?.state === 'claimed')).toBe(true);
    expect(hub.log).toHaveLength(2 + 2 * ids.length);
  });
});

describe('refused', () => {
  test('notes behind it still go, others are held, and both are shown until somebody has seen them', async () => {
    hub.do('ticket.claim', T1);
    const claim = keep('ticket.claim', T1, 1);
    keep('ticket.note', T1, 1, { text: 'vu' });
    const close = keep('ticket.close', T1, 1, { outcome: 'done' });
    hub.serve(parts.link);
    sender.resume();
    await settle();
    expect(states()).toEqual(['ticket.claim refused', 'ticket.close held']);
    expect(hub.log.at(-1)).toMatchObject({ type: 'ticket.noted', note: 'vu' });
    expect(asItem(store.get(claim)!)).toMatchObject({
      code: 'VERSION_CONFLICT',
      exp: 1,
      theirs: { ticket: { owner: { seat: 'seat-02' } }, last: { type: 'ticket.claimed' } },
    });

    parts.reopen();
    begin();
    expect(states()).toEqual(['ticket.claim refused', 'ticket.close held']);
    expect(asItem(store.get(claim)!).theirs?.last?.type).toBe('ticket.claimed');
    store.dismiss(claim);
    store.dismiss(close);
    expect(store.all()).toEqual([]);
    expect(new OutboxStore(parts.databases.desk).all()).toEqual([]);
  });

  test('the store behind it is another: a snapshot, then it goes again', async () => {
    sender.resume();
    const cmd = keep('ticket.claim', T1, 1);
    await settle();
    reply(cmd, 'STALE_EPOCH');
    await settle();
    expect(onStale).toHaveBeenCalledOnce();
    expect(states()).toEqual(['ticket.claim pending']);
    hub.serve(parts.link);
    await pass(1_000);
    expect(store.all()).toEqual([]);
  });

  test('a version that is not known stops the sending, and loses nothing', async () => {
    sender.resume();
    const cmd = keep('ticket.claim', T1, 1);
    await settle();
    reply(cmd, 'UNSUPPORTED_VERSION');
    await settle();
    keep('ticket.claim', T2, 1);
    sender.resume();
    await pass(60_000);
    expect(onUnsupported).toHaveBeenCalledOnce();
    expect(sent()).toHaveLength(1);
    expect(states()).toEqual(['ticket.claim pending', 'ticket.claim pending']);
  });
});

describe('unanswered', () => {
  test('it goes again after a while, later each time, the same command', async () => {
    sender.resume();
    const cmd = keep('ticket.claim', T1, 1);
    await settle();
    await pass(4_999);
    expect(sent()).toHaveLength(1);
    await pass(1);
    expect(states()).toEqual(['ticket.claim pending']);
    await pass(750);
    expect(sent()).toHaveLength(2);
    await pass(5_000);
    await pass(1_499);
    expect(sent()).toHaveLength(2);
    await pass(1);
    expect(sent().map(({ cmd: id }) => id)).toEqual([cmd, cmd, cmd]);
  });

  test('an answer after its time-out closes it all the same', async () => {
    sender.resume();
    const cmd = keep('ticket.claim', T1, 1);
    await settle();
    await pass(5_000);
    reply(cmd, 'OK', { ticket: hub.tickets.get(T1) });
    expect(parts.strays.map(({ cmd: id }) => id)).toEqual([cmd]);
    sender.takeStray(parts.strays[0]!);
    expect(store.all()).toEqual([]);
  });

  test('a hub that comes back is sent everything at once, and the old try’s silence says nothing', async () => {
    sender.resume();
    keep('ticket.claim', T1, 1);
    await settle();
    sender.pause();
    expect(states()).toEqual(['ticket.claim pending']);
    await pass(4_000);
    sender.resume();
    await settle();
    expect(sent()).toHaveLength(2);
    await pass(1_000); // the first try times out now
    expect(states()).toEqual(['ticket.claim sent']);
    expect(sent()).toHaveLength(2);
  });

  test('the answer to a try of before a pause counts', async () => {
    sender.resume();
    const cmd = keep('ticket.claim', T1, 1);
    await settle();
    sender.pause();
    reply(cmd, 'OK', { ticket: hub.tickets.get(T1) });
    await settle();
    expect(store.all()).toEqual([]);
  });

  test('what was under way when the engine died is sent again, once', async () => {
    sender.resume();
    keep('ticket.claim', T1, 1);
    await settle();
    sender.close();
    parts.reopen();
    begin();
    expect(states()).toEqual(['ticket.claim pending']);
    hub.serve(parts.link);
    sender.resume();
    await settle();
    expect(store.all()).toEqual([]);
    expect(sent()).toHaveLength(2);
  });
});

describe('the disk', () => {
  test('where it does not take an answer, the row stays and the hub is asked again', async () => {
    hub.do('ticket.amend', T1, { description: 'x'.repeat(4_000) });
    const cmd = keep('ticket.claim', T1, 1);
    parts.fill(true);
    hub.serve(parts.link);
    sender.resume();
    await settle();
    expect(states()).toEqual(['ticket.claim pending']);
    expect(parts.alerts.list()).toMatchObject([{ kind: 'disk-full' }]);
    parts.fill(false);
    await pass(1_000);
    expect(store.get(cmd)?.reply?.code).toBe('VERSION_CONFLICT');
  });
});
