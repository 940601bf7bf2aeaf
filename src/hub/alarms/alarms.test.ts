import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import type { Alarm } from '../../shared/alarm/model.ts';
import { AlarmId, CabinetId, LampId, type TicketId } from '../../shared/ids.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { LampFaultDesk, readLasting } from '../intake/lamp-faults.ts';
import { wordsIn } from '../intake/words.ts';
import { FaultGroups } from '../lighting/fault-groups.ts';
import { openStore, type Store } from '../store/store.ts';
import { readTicket } from '../tickets/read.ts';
import { readAlarm, readAlarms } from './alarm-rows.ts';
import { AlarmKeeper } from './keeper.ts';

const MINUTE = 60_000;
const rule = { settleMs: 10, quietMs: 5, longestMs: 100, groupFrom: 2 };
const cabinet = CabinetId.parse('ARM-1');
const lamps = [1, 2, 3].map((n) => LampId.parse(`L-${n}`));
const id = AlarmId.parse('cabinet:ARM-1');
const target = { type: 'alarm', id };
const motive = 'Travaux rue Monge';

let room: TestDesk;
let groups: FaultGroups;
let keeper: AlarmKeeper;
/** how often the room was told that something is written */
let commits = 0;
let faults: LampFaultDesk;
let operator: Awaited<ReturnType<TestDesk['signIn']>>;
let supervisor: Awaited<ReturnType<TestDesk['signIn']>>;

const deskOn = (store: Store) =>
  new LampFaultDesk({
    store,
    groups,
    alarms: keeper,
    extentOf: ({ lamps }) => ({
      lamps: lamps.length,
      circuits: ['ARM-1-2'],
      streets: ['rue Monge'],
      at: undefined,
    }),
    context: { newTicket: () => v7() as TicketId, timeZone: 'Europe/Paris' },
    words: wordsIn('fr'),
    committed: () => {
      commits += 1;
    },
  });

beforeEach(async () => {
  room = await openTestDesk();
  groups = new FaultGroups(rule);
  keeper = new AlarmKeeper(() => {}, 480);
  faults = deskOn(room.store);
  operator = await room.signIn('seat-01', 'p-1');
  supervisor = await room.signIn('seat-03', 'p-4');
});
afterEach(() => room.close());

/** So long later the hub looks after faults and shelves. */
async function pass(ms: number): Promise<void> {
  room.clock.now += ms;
  await faults.look(room.clock.now);
  await keeper.look(room.store, room.clock.now);
}
async function fail(): Promise<void> {
  for (const lamp of lamps) groups.lampFailed(lamp, cabinet, room.clock.now);
  await pass(50);
}
async function mend(): Promise<void> {
  for (const lamp of lamps) groups.lampWorks(lamp);
  await pass(50);
}
const alarm = async (): Promise<Alarm> => (await readAlarm(room.store.db, id))!;
const ticket = async (): Promise<Ticket> => (await readTicket(room.store.db, (await alarm()).ticket!))!;
const opened = async () => (await room.events()).filter(({ type }) => type === 'ticket.created').length;
async function act(op: string, args: object = {}, make = operator, seat = 'seat-01') {
  const { version: exp } = await alarm();
  const [reply] = await room.ask(seat, make({ op, target, exp, args, motive }));
  return reply!;
}

describe('a fault of what feeds lamps', () => {
  it('is one alarm and one ticket, which returns to normal when the lamps report well', async () => {
    await fail();
    expect(await readAlarms(room.store.db)).toMatchObject([
      {
        id,
        state: 'unacknowledged',
        source: { kind: 'circuit', id: 'ARM-1-2' },
        title: '3 lampadaires en panne',
        lamps: 3,
        priority: 2,
        occurrences: 1,
      },
    ]);
    expect(await opened()).toBe(1);
    expect((await ticket()).title).toBe('3 lampadaires en panne');
    const { version } = await ticket();
    const before = commits;
    await mend();
    // At once: nothing else need happen in the room for its tickets to say so.
    expect(commits).toBe(before + 1);
    expect(await alarm()).toMatchObject({ state: 'returned', active: false });
    // It says so, stays somebody's to close, and is no conflict for whoever does just now.
    const returned = { at: instant(room.clock.now), condition: 'broken' };
    expect(await ticket()).toMatchObject({
      title: '3 lampadaires en panne',
      returned,
      state: 'open',
      version,
    });
    await act('alarm.acknowledge');
    expect((await alarm()).state).toBe('normal');
  });

  it('that comes and goes while its ticket is open opens no other; once it is closed, it does', async () => {
    await fail();
    await mend();
    await fail();
    expect(await ticket()).not.toHaveProperty('returned');
    expect(await alarm()).toMatchObject({ state: 'unacknowledged', occurrences: 2 });
    expect(await opened()).toBe(1);
    const { id: first, version } = await ticket();
    const on = { target: { type: 'ticket', id: first } };
    await room.ask('seat-01', operator({ op: 'ticket.claim', ...on, exp: version, args: {} }));
    await room.ask(
      'seat-01',
      operator({ op: 'ticket.close', ...on, exp: version + 1, args: { outcome: 'done' } }),
    );
    await mend();
    await fail();
    expect(await opened()).toBe(2);
    expect((await alarm()).ticket).not.toBe(first);
  });

  it('that grows says so in its ticket too, but for what somebody has corrected', async () => {
    await fail();
    const more = (n: number) => groups.lampFailed(LampId.parse(`L-${n}`), cabinet, room.clock.now);
    const { id: on, version } = await ticket();
    more(4);
    await pass(50);
    expect([(await alarm()).title, (await ticket()).title]).toEqual([
      '4 lampadaires en panne',
      '4 lampadaires en panne',
    ]);
    // Nobody's next command is in conflict with it.
    const amend = { op: 'ticket.amend', target: { type: 'ticket', id: on }, args: { title: 'Rue noire' } };
    const [reply] = await room.ask('seat-01', operator({ ...amend, exp: version }));
    expect(reply?.code).toBe('OK');
    more(5);
    await pass(50);
    expect([(await alarm()).title, (await ticket()).title]).toEqual(['5 lampadaires en panne', 'Rue noire']);
  });

  it('single lamps are tickets and no alarm', async () => {
    groups.lampFailed(lamps[0]!, cabinet, room.clock.now);
    await pass(50);
    expect(await opened()).toBe(1);
    expect(await readAlarms(room.store.db)).toEqual([]);
  });

  it('is taken away when it has been normal for an hour', async () => {
    await fail();
    await act('alarm.acknowledge');
    await mend();
    await pass(59 * MINUTE);
    expect(await readAlarms(room.store.db)).toHaveLength(1);
    await pass(MINUTE);
    expect(await readAlarms(room.store.db)).toEqual([]);
  });
});

describe('one gesture acknowledges both', () => {
  it('the alarm, and with it its ticket', async () => {
    await fail();
    const reply = await act('alarm.acknowledge');
    expect(reply).toMatchObject({ code: 'OK', alarm: { state: 'acknowledged' } });
    expect((await ticket()).acknowledgedBy).toEqual({ seat: 'seat-01', person: 'p-1' });
    expect((await act('alarm.acknowledge')).code).toBe('BAD_STATE');
  });

  it.each(['ticket.acknowledge', 'ticket.claim'])('%s, and with it the alarm', async (op) => {
    await fail();
    const { id: on, version: exp } = await ticket();
    await room.ask('seat-01', operator({ op, target: { type: 'ticket', id: on }, exp, args: {} }));
    expect(await alarm()).toMatchObject({
      state: 'acknowledged',
      acknowledged: { by: { seat: 'seat-01', person: 'p-1' } },
    });
    expect(room.touched).toContain(id);
  });

  it('but what was done on the ticket before the alarm came back says nothing of that', async () => {
    await fail();
    const { id: on, version: exp } = await ticket();
    const late = operator({ op: 'ticket.acknowledge', target: { type: 'ticket', id: on }, exp, args: {} });
    await mend();
    await fail();
    room.clock.now += MINUTE;
    const [reply] = await room.ask('seat-01', late);
    expect(reply?.code).toBe('OK');
    expect((await alarm()).state).toBe('unacknowledged');
  });
});

describe('a shelf', () => {
  const shelve = (minutes: number) => act('alarm.shelve', { minutes });

  it('has an end, a motive and an author, no longer than the room allows, and is in the journal', async () => {
    await fail();
    expect(await shelve(481)).toMatchObject({ code: 'INVALID', field: 'args.minutes' });
    expect((await shelve(30)).alarm?.shelved).toEqual({
      by: { seat: 'seat-01', person: 'p-1' },
      at: instant(room.clock.now),
      until: instant(room.clock.now + 30 * MINUTE),
      motive,
    });
    const rows = await room.store.db
      .selectFrom('journal')
      .select('json')
      .where('action', '=', 'alarm.shelve')
      .execute();
    expect(rows.map(({ json }) => JSON.parse(json))).toMatchObject([
      { motive, payload: { code: 'INVALID' } },
      { motive, person: 'p-1', target: `alarm:${id}`, payload: { code: 'OK', minutes: 30 } },
    ]);
  });

  it('hides what comes and goes, without a ticket, and ends by itself over a restart of the hub', async () => {
    await fail();
    const { id: first, version } = await ticket();
    const on = { target: { type: 'ticket', id: first } };
    await room.ask('seat-01', operator({ op: 'ticket.claim', ...on, exp: version, args: {} }));
    await room.ask(
      'seat-01',
      operator({ op: 'ticket.close', ...on, exp: version + 1, args: { outcome: 'done' } }),
    );
    await shelve(30);
    await mend();
    await fail();
    expect(await alarm()).toMatchObject({ state: 'shelved', active: true });
    expect(await opened()).toBe(1);

    await room.store.close();
    const store = await openStore(room.place, v7);
    groups = new FaultGroups(rule, await readLasting(store));
    const restarted = deskOn(store);
    const now = room.clock.now + 30 * MINUTE;
    await keeper.look(store, now - MINUTE);
    expect((await readAlarm(store.db, id))?.state).toBe('shelved');
    await keeper.look(store, now);
    const uncovered = await readAlarm(store.db, id);
    expect(uncovered).toMatchObject({ state: 'unacknowledged' });
    expect(uncovered).not.toHaveProperty('ticket');
    expect(await restarted.look(now)).toBe(1);
    const { ticket: given } = (await readAlarm(store.db, id))!;
    expect(given).toBeDefined();
    expect(given).not.toBe(first);
    await store.close();
  });

  it('is left early by anybody of the room', async () => {
    await fail();
    await shelve(30);
    expect((await act('alarm.unshelve')).alarm).toMatchObject({ state: 'unacknowledged' });
  });
});

describe('refused', () => {
  it('out of service by an operator: it is a supervisor’s', async () => {
    await fail();
    expect((await act('alarm.outOfService')).code).toBe('FORBIDDEN');
    const reply = await act('alarm.outOfService', {}, supervisor, 'seat-03');
    expect(reply.alarm).toMatchObject({ state: 'outOfService', outOfService: { motive } });
    expect((await act('alarm.inService')).code).toBe('FORBIDDEN');
    expect((await act('alarm.inService', {}, supervisor, 'seat-03')).alarm?.state).toBe('unacknowledged');
  });

  it('what was made half a minute ago, on another occurrence, on nothing', async () => {
    await fail();
    const { version: exp } = await alarm();
    const old = operator({ op: 'alarm.acknowledge', target, exp, args: {} });
    room.clock.now += 31_000;
    expect((await room.ask('seat-01', old))[0]?.code).toBe('EXPIRED');
    const before = operator({ op: 'alarm.acknowledge', target, exp: exp - 1 || 99, args: {} });
    expect((await room.ask('seat-01', before))[0]).toMatchObject({ code: 'VERSION_CONFLICT', alarm: { id } });
    const nothing = operator({
      op: 'alarm.acknowledge',
      target: { type: 'alarm', id: 'x' },
      exp: 1,
      args: {},
    });
    expect((await room.ask('seat-01', nothing))[0]).toMatchObject({ code: 'NOT_FOUND', field: 'target.id' });
  });
});
