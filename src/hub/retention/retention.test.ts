import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { gather } from '../../../tests/support/gather.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { chainFault, GENESIS, type JournalHead, sealedFault } from '../../node/journal/chain.ts';
import { createLog } from '../../node/log/log.ts';
import { JournalEntry } from '../../shared/wire/journal.ts';
import { QueryPage } from '../../shared/wire/query.ts';
import { instant } from '../../shared/wire/time.ts';
import { importPeople } from '../accounts/people.ts';
import { HubConfig } from '../config.ts';
import { answerQuery } from '../query/answer.ts';
import { FORGETS } from './forget.ts';
import { forgetOld } from './retention.ts';
import { cutoffsAt } from './rule.ts';

const DAY = 86_400_000;
const keep = {
  commandDays: 7,
  eventDays: 30,
  personalDays: 60,
  energyHourDays: 2,
  energyDayDays: 31,
  lampHistoryDays: 60,
  passageHourDays: 60,
};
const CALLER = '0612345678';

let room: TestDesk;
let make: Awaited<ReturnType<TestDesk['signIn']>>;
const ending = new AbortController();

beforeEach(async () => {
  room = await openTestDesk();
  make = await room.signIn('seat-01', 'p-1');
  await room.store.db.insertInto('mark').values({ name: 'relay', seq: 1_000_000 }).execute();
});
afterEach(() => room.close());

const at = (days: number): void => {
  room.clock.now = START + days * DAY;
};
const on = (op: string, id: string, exp: number, args: object = {}) =>
  make({ op, target: { type: 'ticket', id }, exp, args, motive: `motif de ${id}` });
async function open(): Promise<string> {
  const id = v7();
  const [reply] = await room.ask(
    'seat-01',
    on('ticket.create', id, 0, draft({ caller: { number: CALLER } })),
  );
  expect(reply?.code).toBe('OK');
  return id;
}
async function close(id: string): Promise<void> {
  const done = on('ticket.close', id, 2, { outcome: 'done' });
  for (const command of [on('ticket.claim', id, 1), done]) await room.ask('seat-01', command);
}
const forget = (signal: AbortSignal = ending.signal) => {
  const log = createLog({ name: 'retention', level: 'silent' });
  return forgetOld({ store: room.store, keep, forgotten: () => {}, log, signal }, room.clock.now);
};
const ask = async (query: object) => {
  const pages = await gather(
    answerQuery(
      room.store,
      { v: 1, query: v7(), ...query } as never,
      instant(room.clock.now),
      async () => 'OK',
    ),
  );
  return pages.map((page) => QueryPage.parse(JSON.parse(page)));
};
const since = async (seq: number) => {
  const [page, ...more] = await ask({ type: 'since', epoch: room.store.epoch, since: seq });
  expect(more).toEqual([]);
  return { code: page!.code, seqs: page!.events.map((event) => event.seq) };
};
const count = async (table: 'ticket' | 'event' | 'command' | 'session' | 'person'): Promise<number> => {
  const of = room.store.db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n'));
  return (await of.executeTakeFirstOrThrow()).n;
};
const journal = () =>
  room.store.db.selectFrom('journal').selectAll().where('writer', '=', 'hub').orderBy('n').execute();

describe('after the time for events', () => {
  let closed: string;
  let inWork: string;
  beforeEach(async () => {
    closed = await open(); // 1
    inWork = await open(); // 2
    await close(closed); // 3, 4
    at(40);
    await open(); // 5
    await forget();
  });

  it('those of closed tickets are gone and the tickets still there, those in work keep their timeline', async () => {
    expect((await room.events()).map(({ seq }) => seq)).toEqual([2, 5]);
    expect(await count('ticket')).toBe(3);
    const pages = await ask({ type: 'snapshot' });
    expect(pages.flatMap(({ events }) => events).map(({ seq }) => seq)).toEqual([2, 5]);
    expect(pages[0]!.head).toBe(5);
  });

  it('who knows less than what has gone takes a snapshot, who knows it gets all that came after', async () => {
    for (const seq of [0, 1, 3]) expect(await since(seq)).toEqual({ code: 'STALE_EPOCH', seqs: [] });
    expect(await since(4)).toEqual({ code: 'OK', seqs: [5] });
    expect(await since(5)).toEqual({ code: 'OK', seqs: [] });
  });

  it('the sequence goes on, and a former event that goes later does not move the mark back', async () => {
    const late = await open();
    expect((await room.events()).at(-1)).toMatchObject({ seq: 6, target: { id: late } });
    await close(inWork); // 7, 8
    at(80);
    const due = cutoffsAt(room.clock.now, keep);
    expect(await room.store.write(({ tx }) => FORGETS.events(tx, due, 1))).toBe(1);
    expect((await room.events()).map(({ seq }) => seq)).toEqual([5, 6, 7, 8]);
    expect(await since(3)).toMatchObject({ code: 'STALE_EPOCH' });
    await forget();
    expect(await since(3)).toMatchObject({ code: 'STALE_EPOCH' });
    expect((await room.events()).map(({ seq }) => seq)).toEqual([5, 6]);
    expect(await since(8)).toEqual({ code: 'OK', seqs: [] });
  });
});

it('who is very far behind takes a snapshot, however much is kept', async () => {
  await room.store.db.updateTable('counter').set({ value: 20_000 }).where('name', '=', 'event').execute();
  expect((await since(9_999)).code).toBe('STALE_EPOCH');
  expect((await since(10_000)).code).toBe('OK');
});

it('what the relay has not published yet stays, however old', async () => {
  await close(await open());
  await room.store.db.updateTable('mark').set({ seq: 2 }).where('name', '=', 'relay').execute();
  at(40);
  await forget();
  expect((await room.events()).map(({ seq }) => seq)).toEqual([3]);
  expect(await since(2)).toEqual({ code: 'OK', seqs: [3] });
});

it('a command gets the same answer again as long as is promised', async () => {
  const old = on('ticket.create', v7(), 0, draft());
  const [first] = await room.ask('seat-01', old);
  at(6.9);
  expect(await forget()).toEqual({});
  expect(await room.ask('seat-01', old)).toEqual([{ ...first, dup: true }]);
  at(7.1);
  expect(await forget()).toMatchObject({ commands: 2 });
  expect(await count('command')).toBe(0);
});

describe('after the time for people', () => {
  beforeEach(async () => {
    const gone = await open();
    await close(gone);
    await importPeople(room.store, [], instant(START));
    at(61);
    await room.signIn('seat-02', 'p-4');
  });

  it('neither ticket nor event, session, person nor journal tells of them, nor do the bytes of the file', async () => {
    // A database server overwrites in its own time: autovacuum, and its log.
    const bytes = async () => {
      if (typeof room.place !== 'string') return undefined;
      await sql`pragma wal_checkpoint(truncate)`.execute(room.store.db);
      return readFileSync(room.place, 'latin1');
    };
    const before = await bytes();
    if (before !== undefined) expect(before).toContain(CALLER);
    await forget();
    const counts = await Promise.all((['ticket', 'event', 'person'] as const).map(count));
    expect(counts).toEqual([0, 0, 0]);
    expect(await room.store.db.selectFrom('session').select('seat').execute()).toEqual([{ seat: 'seat-02' }]);
    const left = await bytes();
    for (const personal of [CALLER, 'motif de', 'Camille']) expect(left ?? '').not.toContain(personal);
  });

  it('the chain of the journal still verifies, sealed and not, and goes on', async () => {
    await forget();
    let head: JournalHead = { count: 0, head: GENESIS };
    const kinds: string[] = [];
    for (const row of await journal()) {
      const stored = JSON.parse(row.json) as JournalEntry;
      const whole = JournalEntry.safeParse(stored).success;
      kinds.push(whole ? row.action : 'sealed');
      expect(whole ? chainFault(head, stored) : sealedFault(head, stored)).toBeUndefined();
      expect(row.n).toBe(head.count + 1);
      head = { count: stored.n, head: stored.head };
    }
    expect(kinds).toEqual(['sealed', 'sealed', 'sealed', 'sealed', 'session.open', 'retention.run']);
    const altered = JSON.parse((await journal())[1]!.json) as JournalEntry;
    expect(sealedFault({ count: 1, head: GENESIS }, altered)).toMatch(/^head/);
  });

  it('it is written down once a run, and not where nothing was due', async () => {
    await forget();
    await forget();
    const runs = (await journal()).filter(({ action }) => action === 'retention.run');
    expect(runs.map(({ json }) => (JSON.parse(json) as JournalEntry).payload)).toEqual([
      { before: cutoffsAt(room.clock.now, keep) },
    ]);
  });
});

it('an alarm of the past goes with the nights it was in, one that still stands never', async () => {
  const stood = (id: string, from: number, to?: number) => ({
    id,
    raised_at: instant(START + from * DAY),
    returned_at: to === undefined ? null : instant(START + to * DAY),
    json: '{}',
  });
  // Two raised at the same moment, as by one feeder: the one goes without the other.
  const rows = [stood('stands', 0), stood('short', 0, 1), stood('long', 0, 11), stood('late', 9, 10)];
  await room.store.db.insertInto('alarm_past').values(rows).execute();
  const left = async () => {
    const all = await room.store.db.selectFrom('alarm_past').select('id').orderBy('id').execute();
    return all.map(({ id }) => id);
  };
  at(60.5);
  await forget();
  expect(await left()).toEqual(['late', 'long', 'short', 'stands']);
  at(61.5);
  expect(await forget()).toMatchObject({ alarmsPast: 1 });
  expect(await left()).toEqual(['late', 'long', 'stands']);
  at(400);
  await forget();
  expect(await left()).toEqual(['stands']);
});

it('takes a little at a time, all of it in the end, and stops between when the hub stops', async () => {
  const rows = Array.from({ length: 450 }, () => ({
    cmd: v7(),
    seat: 's',
    op: 'o',
    at: instant(START),
    code: 'OK',
    reply: '{}',
  }));
  for (const row of rows) await room.store.db.insertInto('command').values(row).execute();
  at(8);
  expect(await forget(AbortSignal.abort())).toEqual({});
  let turns = 0;
  const write = room.store.write.bind(room.store);
  const stop = new AbortController();
  const store = {
    ...room.store,
    write: (async (work) => {
      turns += 1;
      if (turns === 2) stop.abort();
      return write(work);
    }) as typeof write,
  };
  const log = createLog({ name: 'retention', level: 'silent' });
  const counts = await forgetOld(
    { store, keep, forgotten: () => {}, log, signal: stop.signal },
    room.clock.now,
  );
  expect(counts).toEqual({ commands: 400 });
  expect(await forget()).toEqual({ commands: 51 });
});

it('keeps no less than the wire contract promises', () => {
  const retention = (more: object) => HubConfig.shape.retention.safeParse(more);
  expect(retention({}).data).toEqual({
    commandDays: 30,
    eventDays: 90,
    personalDays: 365,
    energyHourDays: 35,
    energyDayDays: 1_826,
    lampHistoryDays: 396,
    passageHourDays: 396,
  });
  expect(retention(keep).success).toBe(true);
  for (const [more, field] of [
    [{ commandDays: 6 }, 'commandDays'],
    [{ eventDays: 29 }, 'eventDays'],
    [{ eventDays: 90, personalDays: 60 }, 'personalDays'],
    [{ commandDays: 90, eventDays: 30, personalDays: 60 }, 'personalDays'],
    [{ personalDays: 0.5 }, 'personalDays'],
  ] as const)
    expect(retention(more).error?.issues[0]?.path).toEqual([field]);
});
