import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { applyEvent } from '../../shared/ticket/apply.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { openStore } from '../store/store.ts';

type Make = Awaited<ReturnType<TestDesk['signIn']>>;
let room: TestDesk;
let one: Make;
let two: Make;

beforeEach(async () => {
  room = await openTestDesk();
  one = await room.signIn('seat-01', 'p-1');
  two = await room.signIn('seat-02', 'p-2');
});
afterEach(() => room.close());

const on = (make: Make, op: string, id: string, exp: number, args: object = {}) =>
  make({ op, target: { type: 'ticket', id }, exp, args });
const create = (make: Make, id = v7()) => on(make, 'ticket.create', id, 0, draft());

describe('one command', () => {
  it('makes one event, one ticket, one row of the command log and one line of the journal', async () => {
    const id = v7();
    const command = create(one, id);
    const [reply] = await room.ask('seat-01', command);
    expect(reply).toMatchObject({
      code: 'OK',
      seq: 1,
      ticket: { id, version: 1, state: 'open', ref: 'INT-2411-0001' },
    });
    expect(await room.events()).toEqual([reply!.last]);
    const log = await room.store.db
      .selectFrom('command')
      .select(['op', 'code'])
      .where('cmd', '=', command.cmd)
      .execute();
    expect(log).toEqual([{ op: 'ticket.create', code: 'OK' }]);
    const lines = await room.store.db
      .selectFrom('journal')
      .select('json')
      .where('action', '=', 'ticket.create')
      .execute();
    expect(lines.map(({ json }) => JSON.parse(json))).toMatchObject([
      { target: `ticket:${id}`, person: 'p-1', seat: 'seat-01', payload: { code: 'OK', seq: 1 } },
    ]);
  });

  it('says in its event that the unit was told by voice: the room did not tell it', async () => {
    const id = v7();
    const [, , said, silent] = await room.ask(
      'seat-01',
      create(one, id),
      on(one, 'ticket.claim', id, 1),
      on(one, 'ticket.assign', id, 2, { units: ['PM 12'], byVoice: true }),
      on(one, 'ticket.assign', id, 3, { units: ['PM 14'] }),
    );
    expect(said).toMatchObject({ code: 'OK', last: { type: 'ticket.assigned', byVoice: true } });
    expect(silent?.last).not.toHaveProperty('byVoice');
    expect(await room.events()).toContainEqual(said?.last);
  });

  it('made late keeps its time; made before its author left, it counts by the rights of then', async () => {
    const late = create(one);
    room.clock.now += 3_600_000;
    await room.signIn('seat-01', 'p-4');
    const [reply] = await room.ask('seat-01', late);
    expect(reply).toMatchObject({ code: 'OK', last: { person: 'p-1', madeAt: instant(START) } });
    const forged = { ...create(one), madeAt: instant(room.clock.now + 1) };
    expect(await room.ask('seat-01', forged)).toMatchObject([{ code: 'FORBIDDEN', field: 'session' }]);
  });

  it('of a role without the right is refused and written down', async () => {
    const it5 = await room.signIn('seat-03', 'p-5');
    expect(await room.ask('seat-03', create(it5))).toMatchObject([{ code: 'FORBIDDEN' }]);
    const id = v7();
    await room.ask('seat-01', create(one, id));
    const [reopen] = await room.ask('seat-01', on(one, 'ticket.reopen', id, 1));
    expect(reopen).toMatchObject({ code: 'FORBIDDEN', ticket: { id, version: 1 } });
  });

  it('that names what does not exist says which', async () => {
    const id = v7();
    await room.ask('seat-01', create(one, id), on(one, 'ticket.claim', id, 1));
    const replies = await room.ask(
      'seat-01',
      on(one, 'ticket.link', id, 2, { ticket: 'nowhere' }),
      on(one, 'ticket.merge', id, 2, { into: 'nowhere' }),
      on(one, 'ticket.handover', id, 2, { to: 'nobody' }),
      on(one, 'ticket.note', 'nowhere', 0, { text: 'x' }),
    );
    expect(replies.map(({ code, field }) => [code, field])).toEqual([
      ['NOT_FOUND', 'args.ticket'],
      ['NOT_FOUND', 'args.into'],
      ['NOT_FOUND', 'args.to'],
      ['NOT_FOUND', undefined],
    ]);
    expect((await room.events()).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('that would make no valid ticket is INVALID and leaves no hole in the sequence', async () => {
    const id = v7();
    await room.ask('seat-01', create(one, id), on(one, 'ticket.claim', id, 1));
    const units = (from: number) => Array.from({ length: 20 }, (_, n) => `U-${from + n}`);
    const [a, b, c, d] = await room.ask(
      'seat-01',
      on(one, 'ticket.assign', id, 2, { units: units(0) }),
      on(one, 'ticket.assign', id, 3, { units: units(20) }),
      on(one, 'ticket.assign', id, 4, { units: units(40) }),
      on(one, 'ticket.note', id, 4, { text: 'x' }),
    );
    expect([a!.code, b!.code, c!.code, d!.code]).toEqual(['OK', 'OK', 'INVALID', 'OK']);
    expect(c).toMatchObject({ field: 'units', ticket: { version: 4 } });
    expect((await room.events()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('sessions', () => {
  it('are bound to their seat, one person at a time, and proofs are kept nowhere', async () => {
    const open = {
      v: 1,
      cmd: v7(),
      op: 'session.open',
      madeAt: instant(START),
      args: { session: v7(), person: 'p-1', proof: 'geheim-4711' },
    };
    const [reply] = await room.ask('seat-09', open);
    expect(reply).toMatchObject({ code: 'OK', session: { person: { id: 'p-1' }, assurance: 'declared' } });
    expect(await room.ask('seat-08', { ...create(one), session: reply!.session!.session })).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    const dump = await room.store.db.selectFrom('command').selectAll().execute();
    const lines = await room.store.db.selectFrom('journal').selectAll().execute();
    expect(JSON.stringify([dump, lines])).not.toContain('geheim');
    await room.signIn('seat-09', 'p-2');
    const rows = await room.store.db
      .selectFrom('session')
      .selectAll()
      .where('seat', '=', 'seat-09')
      .where('closed_at', 'is', null)
      .execute();
    expect(rows.map(({ person }) => person)).toEqual(['p-2']);
  });

  it('opened without the hub are adopted once, and not from another seat', async () => {
    const session = v7();
    const adopt = (seat: string, person = 'p-3') =>
      room.ask(seat, {
        v: 1,
        cmd: v7(),
        op: 'session.adopt',
        madeAt: instant(START),
        args: { session, person, openedAt: instant(START - 60_000) },
      });
    expect(await adopt('seat-07')).toMatchObject([{ code: 'OK', session: { session } }]);
    expect(await adopt('seat-07')).toMatchObject([{ code: 'OK' }]);
    expect(await adopt('seat-08')).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await adopt('seat-07', 'p-1')).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await adopt('seat-07', 'ghost')).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await room.ask('seat-07', { ...create(one), session })).toMatchObject([{ code: 'OK' }]);
  });
});

describe('sessions that hub and seat know differently', () => {
  const at = (ms: number) => instant(START + ms);
  const say = async (op: string, args: object, madeAt: number, seat = 'seat-07') => {
    const [reply] = await room.ask(seat, { v: 1, cmd: v7(), op: `session.${op}`, madeAt: at(madeAt), args });
    return reply?.field === undefined ? reply?.code : `${reply.code} ${reply.field}`;
  };
  const work = async (session: string, madeAt: number) => {
    const [reply] = await room.ask('seat-07', { ...create(one), session, madeAt: at(madeAt) });
    return reply?.code;
  };
  const sitting = async () => {
    const rows = room.store.db
      .selectFrom('session')
      .select(['id', 'closed_at'])
      .where('seat', '=', 'seat-07');
    return (await rows.execute()).filter(({ closed_at }) => closed_at === null).map(({ id }) => id);
  };

  it('one whose answer was lost is the same when it is asked for again, and when it is adopted', async () => {
    const session = v7();
    const open = { session, person: 'p-1', proof: '' };
    expect(await say('open', open, 0)).toBe('OK');
    expect(await say('open', open, 1)).toBe('OK');
    room.clock.now += 6_000;
    expect(await say('adopt', { session, person: 'p-1', openedAt: at(0) }, 6_000)).toBe('OK');
    expect(await work(session, 7_000)).toBe('OK');
    expect(await sitting()).toEqual([session]);
    expect(await say('open', { ...open, person: 'p-2' }, 8_000)).toBe('FORBIDDEN args.session');
    expect(await say('open', open, 8_000, 'seat-08')).toBe('FORBIDDEN args.session');
  });

  it.each([true, false])(
    'who sits there now is the seat’s to say, whatever its clock shows (signed out before: %s)',
    async (out) => {
      const [first, second] = [v7(), v7()];
      const slow = 90_000;
      await say('open', { session: first, person: 'p-1', proof: '' }, -slow);
      room.clock.now += 30_000;
      if (out) await say('close', { session: first }, 30_000 - slow);
      room.clock.now += 30_000;
      const adopt = { session: second, person: 'p-2', openedAt: at(40_000 - slow) };
      expect(await say('adopt', adopt, 60_000 - slow)).toBe('OK');
      expect(await work(second, 61_000 - slow)).toBe('OK');
      expect(await sitting()).toEqual([second]);
      expect(await work(first, 20_000 - slow)).toBe('OK');
      expect(await work(first, 50_000 - slow)).toBe('FORBIDDEN');
    },
  );

  it('one that is over ends nobody’s who sits there, and does not begin again', async () => {
    const [before, now] = [v7(), v7()];
    await say('open', { session: now, person: 'p-1', proof: '' }, 0);
    const over = { session: before, person: 'p-2', openedAt: at(-60_000), endedAt: at(-1_000) };
    expect(await say('adopt', over, 0)).toBe('OK');
    expect(await sitting()).toEqual([now]);
    expect(await work(before, -2_000)).toBe('OK');
    expect(await work(before, 0)).toBe('FORBIDDEN');
    const { endedAt: _, ...open } = over;
    expect(await say('adopt', open, 0)).toBe('FORBIDDEN args.session');
    expect(await say('open', { session: before, person: 'p-2', proof: '' }, 0)).toBe(
      'FORBIDDEN args.session',
    );
    expect(await say('adopt', { session: now, person: 'p-1', openedAt: at(0), endedAt: at(5) }, 10)).toBe(
      'OK',
    );
    expect(await sitting()).toEqual([]);
  });
});

it('whatever is sent, twice or not and in whatever order: each command counts once, the sequence has no hole, the events make the tickets', async () => {
  const ids = ['T-1', 'T-2', 'T-3'];
  const step = fc.record({
    seat: fc.constantFrom('one', 'two'),
    op: fc.constantFrom('create', 'claim', 'release', 'note', 'close', 'prioritise', 'acknowledge', 'again'),
    ticket: fc.constantFrom(...ids),
    exp: fc.nat(4),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
      async (bursts) => {
        const fresh = await openTestDesk();
        const makers = {
          one: await fresh.signIn('seat-01', 'p-1'),
          two: await fresh.signIn('seat-02', 'p-2'),
        };
        const sent: { seat: string; command: { cmd: string }; first: unknown }[] = [];
        const build = ({
          seat,
          op,
          ticket,
          exp,
        }: {
          seat: 'one' | 'two';
          op: string;
          ticket: string;
          exp: number;
        }) => {
          if (op === 'create') return create(makers[seat], ticket);
          const args =
            { note: { text: 'x' }, close: { outcome: 'done' }, prioritise: { priority: 1 } }[op] ?? {};
          return on(makers[seat], `ticket.${op}`, ticket, exp, args);
        };
        for (const burst of bursts) {
          for (const one of burst) {
            const known = sent[one.exp % Math.max(1, sent.length)];
            if (one.op === 'again' && known !== undefined) {
              expect(await fresh.ask(known.seat, known.command)).toEqual([
                { ...(known.first as object), dup: true },
              ]);
            } else if (one.op !== 'again') {
              const seat = `seat-0${one.seat === 'one' ? 1 : 2}`;
              const command = build(one as Parameters<typeof build>[0]);
              const [first] = await fresh.ask(seat, command);
              sent.push({ seat, command, first });
            }
          }
        }
        const events = await fresh.events();
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
        expect(fresh.store.seq).toBe(events.length);
        expect(new Set(events.map(({ cmd }) => cmd)).size).toBe(events.length);
        const tickets = new Map<string, Ticket>();
        for (const event of events)
          tickets.set(event.target.id, applyEvent(tickets.get(event.target.id), event));
        const rows = await fresh.store.db.selectFrom('ticket').select(['id', 'version', 'json']).execute();
        expect(Object.fromEntries(rows.map(({ id, json }) => [id, JSON.parse(json)]))).toEqual(
          Object.fromEntries(tickets),
        );
        expect(rows.every(({ version, json }) => version === (JSON.parse(json) as Ticket).version)).toBe(
          true,
        );
        expect(fresh.failures).toEqual([]);
        fresh.close();
      },
    ),
    { numRuns: 25 },
  );
}, 30_000);

describe('when something is wrong', () => {
  it('a full disk answers RETRY to all, keeps nothing, and the same commands work when there is room', async () => {
    const { db } = room.store;
    const pages = (await sql<{ page_count: number }>`pragma page_count`.execute(db)).rows[0]!.page_count;
    await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db);
    const commands = Array.from({ length: 60 }, () => create(one));
    const refused = await room.ask('seat-01', ...commands);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['RETRY']));
    expect(room.failures).toMatchObject([{ kind: 'disk-full' }]);
    expect(await room.events()).toEqual([]);
    await sql`pragma max_page_count = 1000000`.execute(db);
    const replies = await room.ask('seat-01', ...commands);
    expect(replies.map(({ code, seq }) => [code, seq])).toEqual(commands.map((_, i) => ['OK', i + 1]));
  });

  it('one command that breaks its transaction does not take the others of its batch with it', async () => {
    // A row that is no ticket: reading it throws, as a defect would.
    await room.store.db
      .insertInto('ticket')
      .values({
        id: 'broken',
        version: 1,
        state: 'open',
        owner_seat: null,
        owner_person: null,
        closed_at: null,
        last_seq: 0,
        json: '{',
      })
      .execute();
    const replies = await room.ask('seat-01', create(one), on(one, 'ticket.claim', 'broken', 1), create(one));
    expect(replies.map(({ code }) => code)).toEqual(['OK', 'RETRY', 'OK']);
    expect(room.failures).toHaveLength(1);
    expect((await room.events()).map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

it('an id that another seat has used, by chance or to burn it, takes nothing from a command', async () => {
  const id = v7();
  await room.ask('seat-01', create(one, id));
  const claim = on(one, 'ticket.claim', id, 1);
  const burnt = { ...on(two, 'ticket.note', 'nowhere', 0, { text: 'x' }), cmd: claim.cmd };
  expect(await room.ask('seat-02', burnt)).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(await room.ask('seat-01', claim)).toMatchObject([{ code: 'OK', ticket: { state: 'claimed' } }]);
  expect(await room.ask('seat-01', claim)).toMatchObject([{ code: 'OK', dup: true }]);
  expect(await room.ask('seat-02', burnt)).toMatchObject([{ code: 'NOT_FOUND', dup: true }]);
});

it('a store keeps its epoch over a restart and continues its sequence', async () => {
  await room.ask('seat-01', create(one), create(one));
  const again = await openStore(room.path, () => 'another');
  expect(again).toMatchObject({ epoch: room.store.epoch, seq: 2, created: false });
  again.close();
});

it('two seats claim one ticket: the second is told who and when', async () => {
  const id = v7();
  await room.ask('seat-01', create(one, id));
  const [won] = await room.ask('seat-02', on(two, 'ticket.claim', id, 1));
  const [lost] = await room.ask('seat-01', on(one, 'ticket.claim', id, 1));
  expect(won!.code).toBe('OK');
  expect(lost).toMatchObject({
    code: 'VERSION_CONFLICT',
    ticket: { owner: { person: 'p-2' } },
    last: { seat: 'seat-02', at: instant(START) },
  });
});
