import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { byId, equal, queries } from '../../../tests/support/desk-state.ts';
import { NOON, type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { SmallHub } from '../../../tests/support/small-hub.ts';
import { topics } from '../../shared/wire/topic.ts';
import { Desk, type DeskOptions } from './desk.ts';
import { TicketStore } from './ticket-store.ts';

let parts: SeatParts;
let hub: SmallHub;
let desk: Desk | undefined;
const onNewEpoch = vi.fn();
const onReread = vi.fn();
const onNews = vi.fn<DeskOptions['onNews']>();

beforeEach(() => {
  parts = seatParts();
  hub = new SmallHub(parts.now);
});
afterEach(() => {
  desk?.close();
  parts.dispose();
});

function start(store = new TicketStore(parts.databases.desk, parts.disk)): TicketStore {
  onNewEpoch.mockReset();
  onReread.mockReset();
  onNews.mockReset();
  const { room, letters, now } = parts;
  desk = new Desk({ room, letters, store, onNews, onHead: () => {}, onNewEpoch, onReread, now });
  return store;
}
const say = (payload: unknown) => parts.link.say(topics.event(), payload);
const sayHead = (seq?: number, retained = false) => parts.link.say(topics.head(), hub.head(seq), retained);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('a first head brings a snapshot; events that follow need no question', async () => {
  hub.create();
  hub.serve(parts.link);
  const store = start();
  sayHead();
  await equal(store, hub);
  hub.do('ticket.claim', hub.create());
  for (const event of hub.log.slice(1)) say(event);
  for (const event of hub.log) say(event); // delivered twice
  expect(byId(store.all())).toEqual(byId(hub.tickets.values()));
  expect(queries(parts)).toEqual(['snapshot']);
});

test('an event whose ticket came with the reply is told: the open timeline lacks it', async () => {
  const id = hub.create();
  hub.serve(parts.link);
  const store = start();
  sayHead();
  await equal(store, hub);
  const { ticket } = hub.do('ticket.claim', id);
  expect(store.advance(ticket!)).toBe(true);
  onNews.mockReset();
  say(hub.log[1]);
  expect(onNews.mock.calls).toEqual([[{ upserts: [ticket], removed: [] }]]);
  expect(store.timeline(id)).toHaveLength(2);
});

describe('events that can not be applied', () => {
  beforeEach(() => {
    hub.create();
    hub.serve(parts.link);
  });
  const raw = (seq: number, more: object) => ({ ...hub.log[0], seq, ...more });

  test('one about something else keeps its place and costs no question', async () => {
    const store = start();
    sayHead();
    await equal(store, hub);
    say(raw(2, { target: { type: 'unit', id: 'U-1' }, type: 'unit.sent' }));
    expect(store.standing().lastSeq).toBe(2);
    expect(queries(parts)).toEqual(['snapshot']);
    expect(parts.rejected()).toEqual({});
  });

  test('one that can not be read is counted, passed over, and its ticket had from a snapshot', async () => {
    const store = start();
    sayHead();
    await equal(store, hub);
    hub.do('ticket.claim', hub.log[0]!.target.id);
    say(raw(2, { type: 'ticket.exploded' }));
    await vi.waitFor(() => expect(queries(parts)).toEqual(['snapshot', 'snapshot']));
    await equal(store, hub);
    expect(parts.rejected()).toEqual({ 'room/v1/evt schema type': 1 });
    hub.create();
    say(hub.log[2]);
    expect(store.standing().lastSeq).toBe(3);
  });

  test('a page with one that can not be read does not stop the seat for ever', async () => {
    const store = start();
    sayHead();
    await equal(store, hub);
    hub.create();
    hub.log[1] = { ...hub.log[1]!, type: 'ticket.exploded' as never };
    hub.create();
    sayHead();
    await equal(store, hub);
    expect(store.all()).toHaveLength(3);
  });

  test('what is noted on or linked to a ticket of long ago is passed over; its reopening brings it back', async () => {
    const id = hub.log[0]!.target.id;
    hub.do('ticket.claim', id);
    hub.do('ticket.close', id, { outcome: 'done' });
    const store = start();
    sayHead();
    await equal(store, hub);
    store.forgetClosedBefore(new Date(NOON + 1).toISOString() as never);
    expect(store.all()).toEqual([]);
    hub.do('ticket.note', id, { text: 'suite' });
    say(hub.log[3]);
    hub.do('ticket.link', id, { ticket: 'T-9' });
    say(hub.log[4]);
    expect(store.standing().lastSeq).toBe(5);
    await turn();
    expect(queries(parts)).toEqual(['snapshot']);
    const reopened = {
      ...hub.log[3]!,
      seq: 6,
      type: 'ticket.reopened' as const,
      version: 5,
      patch: { state: 'open' as const },
    };
    hub.log.push(reopened);
    say(reopened);
    await vi.waitFor(() => expect(store.get(id)).toBeDefined());
    expect(queries(parts)).toEqual(['snapshot', 'snapshot']);
  });
});

describe('another epoch', () => {
  test('is told, once, and brings a snapshot in which nothing of before is left', async () => {
    const gone = hub.create();
    hub.serve(parts.link);
    const store = start();
    sayHead();
    await equal(store, hub);
    hub.epoch = 'epoch-2';
    hub.log = [];
    hub.tickets.clear();
    const made = hub.create();
    sayHead();
    sayHead();
    await equal(store, hub);
    expect(store.get(gone)).toBeUndefined();
    expect(store.get(made)).toBeDefined();
    expect(onNewEpoch).toHaveBeenCalledOnce();
    expect(onReread).toHaveBeenCalledOnce();
  });

  test('is told where an event of it comes before its head', async () => {
    hub.serve(parts.link);
    const store = start();
    sayHead();
    await equal(store, hub);
    expect(onReread).not.toHaveBeenCalled();
    hub.epoch = 'epoch-2';
    hub.log = [];
    hub.create();
    for (const event of hub.log) say(event);
    await equal(store, hub);
    sayHead();
    expect(onNewEpoch).toHaveBeenCalledOnce();
    expect(onReread).toHaveBeenCalledOnce();
  });

  test('a sequence beyond the hub’s own (a store put back by hand) brings a snapshot', async () => {
    for (let i = 0; i < 5; i++) hub.create();
    hub.serve(parts.link);
    const store = start();
    sayHead();
    await equal(store, hub);
    hub.log.splice(2);
    for (const id of [...hub.tickets.keys()].slice(2)) hub.tickets.delete(id);
    sayHead();
    await equal(store, hub);
    expect(queries(parts)).toEqual(['snapshot', 'since', 'snapshot']);
  });
});

test('events that can not be read bring four snapshots in a minute at most, and the last of them one later', async () => {
  hub.create();
  hub.serve(parts.link);
  const store = start();
  sayHead();
  await equal(store, hub);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (let i = 0; i < 300; i++) {
    hub.create();
    say({ ...hub.log.at(-1), type: 'ticket.dreamt' });
    await turn();
  }
  expect(queries(parts).filter((type) => type === 'snapshot')).toHaveLength(4);
  parts.clock += 60_000;
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  await equal(store, hub);
  expect(queries(parts).filter((type) => type === 'snapshot')).toHaveLength(5);
});

test('an answer with a hole in it brings a snapshot', async () => {
  hub.create();
  hub.serve(parts.link);
  const store = start();
  sayHead();
  await equal(store, hub);
  for (let i = 0; i < 4; i++) hub.create();
  const whole = hub.log;
  hub.log = whole.filter(({ seq }) => seq !== 3);
  hub.pages = (query) => {
    hub.log = query.type === 'since' ? hub.log : whole;
    return SmallHub.prototype.pages.call(hub, query);
  };
  sayHead(5);
  await equal(store, hub);
  expect(queries(parts)).toEqual(['snapshot', 'since', 'snapshot']);
});

test('what the hub does not answer is asked again with the next head', async () => {
  hub.create();
  const store = start();
  parts.link.online = false;
  sayHead();
  await vi.waitFor(() => expect(queries(parts)).toEqual([]));
  parts.link.online = true;
  hub.serve(parts.link);
  sayHead();
  await equal(store, hub);
});

test('bad heads and events are counted by topic and field', () => {
  start();
  say('{ no JSON');
  say({ seq: 'four' });
  parts.link.say(topics.head(), { v: 1, epoch: '', seq: 1, at: 'yesterday' });
  expect(parts.rejected()).toEqual({
    'room/v1/evt json': 1,
    'room/v1/evt schema v': 1,
    'room/v1/head schema epoch': 1,
  });
});
