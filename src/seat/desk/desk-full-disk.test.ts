import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { byId, equal, LONG, queries } from '../../../tests/support/desk-state.ts';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { SmallHub } from '../../../tests/support/small-hub.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { Desk, type DeskOptions } from './desk.ts';
import { TicketStore } from './ticket-store.ts';

let parts: SeatParts;
let hub: SmallHub;
let desk: Desk | undefined;
const onNews = vi.fn<DeskOptions['onNews']>();

beforeEach(() => {
  parts = seatParts();
  hub = new SmallHub(parts.now);
});
afterEach(() => {
  desk?.close();
  parts.dispose();
});

function start(): TicketStore {
  onNews.mockReset();
  const { room, letters, now } = parts;
  const store = new TicketStore(parts.databases.desk, parts.disk);
  desk = new Desk({
    room,
    letters,
    store,
    onNews,
    onHead: () => {},
    onNewEpoch: () => {},
    onReread: () => {},
    now,
  });
  return store;
}
const say = (payload: unknown) => parts.link.say(topics.event(), payload);
const sayHead = () => parts.link.say(topics.head(), hub.head(), false);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a full disk', () => {
  const reopened = () => {
    parts.reopen();
    return new TicketStore(parts.databases.desk, parts.disk);
  };

  test('hides nothing: what the room says is shown, and kept once there is room', async () => {
    const id = hub.create();
    hub.serve(parts.link);
    const store = start();
    sayHead();
    await equal(store, hub);

    parts.fill(true);
    onNews.mockReset();
    for (let i = 0; i < 5; i++) hub.create(undefined, LONG);
    hub.do('ticket.note', id, { text: 'x'.repeat(4_000) });
    for (const event of hub.log.slice(1)) say(event);
    await equal(store, hub);
    expect(onNews.mock.calls.flatMap(([{ upserts }]) => upserts)).toHaveLength(6);
    expect(store.timeline(id)).toEqual(hub.log.filter(({ target }) => target.id === id));
    expect(parts.alerts.list()).toMatchObject([{ kind: 'disk-full', id: 'disk:desk.db' }]);
    sayHead();
    expect(parts.alerts.list()).toHaveLength(1);
    expect(queries(parts)).toEqual(['snapshot']);

    parts.fill(false);
    sayHead();
    expect(parts.alerts.list()).toEqual([]);
    const again = reopened();
    await equal(again, hub);
    expect(again.timeline(id)).toEqual(hub.log.filter(({ target }) => target.id === id));
  });

  test('holds what it held, in one piece, for an engine that starts before there is room', async () => {
    hub.create();
    hub.serve(parts.link);
    const store = start();
    sayHead();
    await equal(store, hub);
    const before = byId(store.all());
    parts.fill(true);
    for (let i = 0; i < 5; i++) hub.create(undefined, LONG);
    for (const event of hub.log.slice(1)) say(event);
    const again = reopened();
    expect(again.standing()).toMatchObject({ epoch: hub.epoch, lastSeq: 1 });
    expect(byId(again.all())).toEqual(before);
  });

  test('is full until there is room for all that is missing', async () => {
    hub.create();
    hub.serve(parts.link);
    start();
    sayHead();
    await vi.waitFor(() => expect(queries(parts)).toEqual(['snapshot']));
    await turn();
    parts.fill(true);
    for (let i = 0; i < 40; i++) hub.create(undefined, LONG);
    for (const event of hub.log.slice(1)) say(event);
    const [alert] = parts.alerts.list();
    const { desk: db } = parts.databases;
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages + 40}`);
    parts.clock += 5_000;
    sayHead();
    expect(parts.alerts.list()).toEqual([alert]);
  });

  test('shows a snapshot that does not fit, and what is forgotten meanwhile does not come back', async () => {
    const old = hub.create();
    hub.serve(parts.link);
    const store = start();
    sayHead();
    await equal(store, hub);
    parts.fill(true);
    hub.tickets.clear();
    hub.epoch = 'epoch-2';
    hub.log = [];
    const [closed] = Array.from({ length: 5 }, () => hub.create(undefined, LONG));
    hub.do('ticket.claim', closed!);
    hub.do('ticket.close', closed!, { outcome: 'done' });
    sayHead();
    await equal(store, hub);
    expect(store.timeline(old)).toEqual([]);
    expect(store.forgetClosedBefore(instant(parts.now() + 1))).toEqual([closed]);
    expect(store.timeline(closed!)).toEqual([]);

    parts.fill(false);
    sayHead();
    const again = reopened();
    expect(again.standing().epoch).toBe('epoch-2');
    expect(byId(again.all())).toEqual(byId(store.all()));
    expect([...again.timeline(old), ...again.timeline(closed!)]).toEqual([]);
  });
});
