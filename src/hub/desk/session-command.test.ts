import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { instant } from '../../shared/wire/time.ts';

let room: TestDesk;
let make: Awaited<ReturnType<TestDesk['signIn']>>;

beforeEach(async () => {
  room = await openTestDesk();
  make = await room.signIn('seat-01', 'p-1');
});
afterEach(() => room.close());

const create = () =>
  make({ op: 'ticket.create', target: { type: 'ticket', id: v7() }, exp: 0, args: draft() });

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
    expect(await room.ask('seat-08', { ...create(), session: reply!.session!.session })).toMatchObject([
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

  it('of a seat whose clock is far ahead or behind open and work; what goes further ahead is refused', async () => {
    for (const [n, off] of [600_000, -600_000].entries()) {
      const seat = `seat-2${n}`;
      const at = (ms: number) => instant(START + off + ms);
      const session = v7();
      const open = { op: 'session.open', args: { session, person: 'p-1', proof: '' } };
      expect(await room.ask(seat, { v: 1, cmd: v7(), madeAt: at(0), ...open })).toMatchObject([
        { code: 'OK' },
      ]);
      const madeAt = (ms: number) => ({ ...create(), session, madeAt: at(ms) });
      const [made, jumped] = await room.ask(seat, madeAt(1_000), madeAt(301_000));
      expect(made).toMatchObject({ code: 'OK', ticket: { openedAt: instant(START) } });
      expect(jumped).toMatchObject({ code: 'INVALID', field: 'madeAt' });
    }
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
    expect(await room.ask('seat-07', { ...create(), session })).toMatchObject([{ code: 'OK' }]);
  });
});

describe('sessions that hub and seat know differently', () => {
  const at = (ms: number) => instant(START + ms);
  const say = async (op: string, args: object, madeAt: number, seat = 'seat-07') => {
    const [reply] = await room.ask(seat, { v: 1, cmd: v7(), op: `session.${op}`, madeAt: at(madeAt), args });
    return reply?.field === undefined ? reply?.code : `${reply.code} ${reply.field}`;
  };
  const work = async (session: string, madeAt: number) => {
    const [reply] = await room.ask('seat-07', { ...create(), session, madeAt: at(madeAt) });
    return reply?.code;
  };
  const sitting = async () => {
    const rows = room.store.db
      .selectFrom('session')
      .select(['id', 'closed_at'])
      .where('seat', '=', 'seat-07');
    return (await rows.execute()).filter(({ closed_at }) => closed_at === null).map(({ id }) => id);
  };

  it('what came before a restored store had heard of its session is asked again, and not refused again', async () => {
    const session = v7();
    const early = { ...create(), session, madeAt: at(1_000) };
    expect(await room.ask('seat-07', early)).toMatchObject([{ code: 'FORBIDDEN', field: 'session' }]);
    expect(await say('adopt', { session, person: 'p-1', openedAt: at(0) }, 1_000)).toBe('OK');
    const [again] = await room.ask('seat-07', early);
    expect(again).toMatchObject({ code: 'OK' });
    expect(again?.dup).toBeUndefined();
  });

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
