import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { LAMP_OUT, openTicketDesk, SESSION } from '../../../tests/support/seat-ticket-desk.ts';
import { SmallHub } from '../../../tests/support/small-hub.ts';
import type { PushPayload } from '../../shared/ipc/contract.ts';
import type { SessionState } from '../../shared/wire/reply.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { Push } from '../port/port.ts';
import type { TicketDesk } from './ticket-desk.ts';

let parts: SeatParts;
let hub: SmallHub;
let desk: TicketDesk;
let up: boolean;
let session: SessionState | undefined;
const over = vi.fn();
const changes: PushPayload<'desk.change'>[] = [];

beforeEach(() => {
  parts = seatParts();
  hub = new SmallHub(parts.now);
  up = false;
  session = SESSION;
  changes.length = 0;
  desk = begin();
});
afterEach(() => {
  desk.close();
  parts.dispose();
  vi.clearAllMocks();
});

const begin = () =>
  openTicketDesk(parts, {
    session: { current: () => session, over },
    hubUp: () => up,
    push: ((_name, payload) => void changes.push(payload as never)) as Push,
  });
const comeUp = () => {
  up = true;
  hub.serve(parts.link);
  desk.hubUp();
};
const create = (id: string, args: object = LAMP_OUT) =>
  desk.act({ op: 'ticket.create', ticket: id, exp: 0, args: args as never });
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('what an operator does', () => {
  test('is on disk and on the screen before it is answered, and survives the engine', async () => {
    const answer = await create('T-1');
    expect(answer).toMatchObject({ kind: 'kept' });
    expect(changes.at(-1)?.outbox).toMatchObject([
      { ticket: 'T-1', state: 'pending', person: 'p-1', exp: 0 },
    ]);
    expect(desk.pending).toBe(1);
    desk.close();
    parts.reopen();
    desk = begin();
    expect(desk.snapshot().outbox).toMatchObject([{ ticket: 'T-1', state: 'pending' }]);
    comeUp();
    await vi.waitFor(() => expect(desk.snapshot().tickets).toMatchObject([{ id: 'T-1' }]));
    expect(desk.snapshot().outbox).toEqual([]);
    expect(hub.log).toHaveLength(1);
  });

  test('is refused without a session, and where the arguments are none', async () => {
    expect(await create('T-1', { title: '' })).toMatchObject({
      kind: 'refused',
      why: 'invalid',
      detail: expect.stringContaining('args'),
    });
    session = undefined;
    expect(await create('T-1')).toEqual({ kind: 'refused', why: 'no-session' });
    expect(desk.pending).toBe(0);
  });

  test('a claim without the hub is announced to colleagues, and nothing else of it', async () => {
    await desk.act({ op: 'ticket.claim', ticket: 'T-1', exp: 1, args: {}, motive: 'secret' });
    await create('T-2');
    expect(parts.link.heard('room/v1/intent/+')).toEqual([
      { v: 1, target: { type: 'ticket', id: 'T-1' }, op: 'ticket.claim' },
    ]);
  });
});

test.each([
  ['session', [[SESSION.session]]],
  ['ticket.note', []],
])('what is FORBIDDEN for its %s: only a session that is over ends here', async (field, ended) => {
  up = true;
  desk.hubUp();
  await desk.act({ op: 'ticket.note', ticket: 'T-1', exp: 1, args: { text: 'vu' } });
  const sent = () => parts.link.heard('room/v1/cmd/+') as readonly { op: string; cmd: string }[];
  await vi.waitFor(() => expect(sent().at(-1)?.op).toBe('ticket.note'));
  const { cmd } = sent().at(-1)!;
  parts.link.say(topics.reply('seat-01'), { v: 1, cmd, ok: false, code: 'FORBIDDEN', field });
  await vi.waitFor(() => expect(desk.snapshot().outbox).toMatchObject([{ state: 'refused' }]));
  expect(over.mock.calls).toEqual(ended);
});

test('who acts again before their window has heard that the hub took the first is no rival of their own', async () => {
  comeUp();
  await create('T-1');
  const taken = () => vi.waitFor(() => expect(desk.pending).toBe(0));
  await taken();
  const press = (op: 'ticket.claim' | 'ticket.release') => desk.act({ op, ticket: 'T-1', exp: 1, args: {} }); // the window still shows the first version, and its own marks
  for (const op of ['ticket.claim', 'ticket.release', 'ticket.claim'] as const) {
    await press(op);
    await taken();
  }
  expect(hub.tickets.get('T-1')).toMatchObject({ version: 4, owner: { seat: 'seat-01' } });
  expect(desk.snapshot().outbox).toEqual([]);
  // A colleague between is somebody else: what was not seen is not built on.
  hub.do('ticket.prioritise', 'T-1', { priority: 1 });
  await press('ticket.release');
  await vi.waitFor(() =>
    expect(desk.snapshot().outbox).toMatchObject([{ state: 'refused', code: 'VERSION_CONFLICT' }]),
  );
});

test('a ticket is expected as what waits will make it, each by its author', async () => {
  expect(desk.expected('T-1')).toBeUndefined();
  await create('T-1');
  expect(desk.expected('T-1')).toMatchObject({ state: 'open', version: 1 });
  await desk.act({ op: 'ticket.claim', ticket: 'T-1', exp: 1, args: {} });
  await create('T-2');
  const claimed = { state: 'claimed', owner: { seat: 'seat-01', person: 'p-1' } };
  session = undefined;
  expect(desk.expected('T-1')).toMatchObject(claimed);
  comeUp();
  await vi.waitFor(() => expect(desk.pending).toBe(0));
  expect(desk.expected('T-1')).toMatchObject(claimed);
});

describe('who waits for what was done on a ticket to be settled', () => {
  const claim = () => desk.act({ op: 'ticket.claim', ticket: 'T-1', exp: 1, args: {} });
  const settled = async (id: string): Promise<() => boolean> => {
    let done = false;
    void desk.settled(id).then(() => {
      done = true;
    });
    await turn();
    return () => done;
  };

  test('waits for the hub’s answer to all of it, and to nothing else', async () => {
    comeUp();
    parts.link.onPublish = () => {}; // it is there and does not answer
    await create('T-1');
    await claim();
    expect((await settled('T-2'))()).toBe(true);
    const done = await settled('T-1');
    expect(done()).toBe(false);
    comeUp();
    await vi.waitFor(() => expect(done()).toBe(true));
    expect(hub.tickets.get('T-1')).toMatchObject({ state: 'claimed' });
  });

  test('does not wait without the hub, nor once it is gone', async () => {
    await create('T-1');
    expect((await settled('T-1'))()).toBe(true);
    up = true;
    const done = await settled('T-1');
    expect(done()).toBe(false);
    up = false;
    desk.sender.pause();
    await turn();
    expect(done()).toBe(true);
  });

  test('does not wait for ever, nor longer than the desk', async () => {
    up = true;
    await create('T-1');
    const one = await settled('T-1');
    desk.close();
    await turn();
    expect(one()).toBe(true);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const other = await settled('T-1');
    expect(other()).toBe(false);
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    await turn();
    expect(other()).toBe(true);
  });
});

test('with the hub there, a claim is a command and no intention', async () => {
  comeUp();
  await desk.act({ op: 'ticket.claim', ticket: hub.create(), exp: 1, args: {} });
  await vi.waitFor(() => expect(desk.pending).toBe(0));
  expect(parts.link.heard('room/v1/intent/+')).toEqual([]);
});

describe('windows', () => {
  test('are told of a burst once, with every ticket of it in its latest state', async () => {
    comeUp();
    parts.link.say(topics.head(), hub.head());
    await vi.waitFor(() => expect(changes.length).toBeGreaterThan(0));
    const ids = Array.from({ length: 50 }, () => hub.create(v7()));
    hub.do('ticket.claim', ids[0]!);
    changes.length = 0;
    for (const event of hub.log) parts.link.say(topics.event(), event);
    await vi.waitFor(() => expect(changes).toHaveLength(1));
    expect(changes[0]?.upserts.map(({ id }) => id)).toEqual(ids);
    expect(changes[0]).toMatchObject({
      lastSeq: 51,
      upserts: expect.arrayContaining([expect.objectContaining({ id: ids[0], state: 'claimed' })]),
    });
  });

  test('hear of colleagues’ intentions until the hub is back', async () => {
    const intent = { v: 1, target: { type: 'ticket', id: 'T-1' }, op: 'ticket.claim' };
    const at = '2026-11-23T12:00:00.000Z';
    const here = { v: 1, up: true, instance: 'i', pending: 0, lastSeq: 0, journalCount: 0, at };
    parts.link.say(topics.seat('seat-02'), { ...here, person: 'p-2' }, true);
    parts.link.say(topics.seat('seat-04'), { ...here, person: 'p-4' }, true);
    parts.link.say(topics.seat('seat-04'), here);
    parts.link.say(topics.intent('seat-02'), { ...intent, cmd: v7(), person: 'p-9' }); // what it says beside is not looked at
    parts.link.say(topics.intent('seat-01'), intent); // one's own comes back
    parts.link.say(topics.intent('seat-03'), { ...intent, op: 'ticket.close' });
    parts.link.say(topics.intent('seat-04'), intent);
    await turn();
    expect(changes.at(-1)?.intents).toEqual([
      { ...intent, seat: 'seat-02', person: 'p-2', at },
      { ...intent, seat: 'seat-04', at },
    ]);
    expect(parts.rejected()).toEqual({ 'room/v1/intent/+ schema op': 1 });
    comeUp();
    await vi.waitFor(() => expect(changes.at(-1)?.intents).toEqual([]));
  });

  test('an intention is not believed for ever', () => {
    const intent = { v: 1, target: { type: 'ticket', id: 'T-1' }, op: 'ticket.claim' };
    parts.link.say(topics.intent('seat-02'), intent);
    expect(desk.snapshot().intents).toHaveLength(1);
    parts.clock += 10 * 60_000 + 1;
    expect(desk.snapshot().intents).toEqual([]);
  });

  test('a ticket closed three days ago is taken off', async () => {
    comeUp();
    const [open, closed] = [hub.create(), hub.create()];
    hub.do('ticket.claim', closed);
    hub.do('ticket.close', closed, { outcome: 'done' });
    parts.link.say(topics.head(), hub.head());
    await vi.waitFor(() => expect(desk.snapshot().tickets).toHaveLength(2));
    expect(desk.timeline(closed)).toHaveLength(3);
    desk.tidy();
    expect(desk.snapshot().tickets).toHaveLength(2);
    parts.clock += 72 * 3_600_000 + 1;
    desk.tidy();
    await vi.waitFor(() => expect(changes.at(-1)?.removed).toEqual([closed]));
    expect(desk.snapshot().tickets.map(({ id }) => id)).toEqual([open]);
    expect(desk.timeline(closed)).toEqual([]);
  });
});

test('nothing of it listens any more once it is closed', () => {
  const before = parts.link.listeners;
  desk.close();
  expect(parts.link.listeners).toBe(before - 3);
});
