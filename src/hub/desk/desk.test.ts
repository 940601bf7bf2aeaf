import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { onPostgres } from '../../../tests/support/store-place.ts';
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

  it('keeps the rule whose advice was followed with the event, and nothing where nobody advised', async () => {
    const [id, other] = [v7(), v7()];
    await room.ask('seat-01', create(one, id), create(one, other));
    const merge = { ...on(one, 'ticket.merge', id, 1, { into: other }), advice: 'duplicate' };
    const [reply] = await room.ask('seat-01', merge);
    expect(reply?.last).toMatchObject({ type: 'ticket.merged', advice: 'duplicate' });
    const [unasked] = await room.ask('seat-01', on(one, 'ticket.claim', other, 1));
    expect(unasked?.last).not.toHaveProperty('advice');
  });

  it('refuses advice with a motive, and remembers it once', async () => {
    const [id, other] = [v7(), v7()];
    await room.ask('seat-01', create(one, id), create(one, other));
    const refuse = (about: string, exp: number, motive = 'deux feux') => ({
      ...on(one, 'advice.refuse', id, exp, { rule: 'duplicate', key: about }),
      motive,
    });
    const [done, again] = await room.ask('seat-01', refuse(other, 1), refuse(other, 2));
    const last = { type: 'advice.refused', motive: 'deux feux', advice: 'duplicate' };
    expect(done).toMatchObject({ code: 'OK', last });
    expect(again?.ticket?.refusedAdvice).toEqual([`duplicate:${other}`]);
    await expect(room.ask('seat-01', refuse(other, 3, ''))).rejects.toThrow('motive');
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
        await fresh.close();
      },
    ),
    { numRuns: 25 },
  );
}, 30_000);

describe('when something is wrong', () => {
  // A database server has its own disk: what it says of that is classified in src/node/postgres.
  const onFile = onPostgres ? it.skip : it;
  onFile(
    'a full disk answers RETRY to all, keeps nothing, and the same commands work when there is room',
    async () => {
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
    },
  );

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
  await room.store.close();
  const again = await openStore(room.place, () => 'another');
  expect(again).toMatchObject({ epoch: room.store.epoch, seq: 2, created: false });
  await again.close();
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
