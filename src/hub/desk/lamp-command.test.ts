import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { somePeople } from '../../../tests/support/hub.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { lampId, lampPosition } from '../../../tests/support/small-city.ts';
import { readTracks } from '../../../tests/support/tracks.ts';
import { TicketId } from '../../shared/ids.ts';
import { instant } from '../../shared/wire/time.ts';
import { writeTrack } from '../lighting/command/file.ts';
import { answered, sent } from '../lighting/command/track.ts';

const STREET = 'rue Monge';
const IDS = [0, 1, 2].map((n) => lampId(STREET, n));
const HOUR = 3_600_000;

let room: TestDesk;
let mine: Awaited<ReturnType<TestDesk['signIn']>>;
beforeEach(async () => {
  room = await openTestDesk();
  mine = await room.signIn('seat-01', 'p-1');
});
afterEach(() => room.close());

const set = (args: object = {}, more: object = {}) =>
  mine({
    op: 'lamp.set',
    target: { type: 'lamps', ids: IDS },
    args: { level: 1, until: instant(room.clock.now + HOUR / 2), ...args },
    expiresAt: instant(room.clock.now + 30_000),
    motive: 'ronde',
    ...more,
  });
const release = (id: string) =>
  mine({
    op: 'lamp.release',
    target: { type: 'override', id },
    args: {},
    expiresAt: instant(room.clock.now + 30_000),
  });
const resend = (id: string) =>
  mine({
    op: 'lamp.resend',
    target: { type: 'override', id },
    args: {},
    expiresAt: instant(room.clock.now + 30_000),
  });
const ask = async (command: ReturnType<typeof mine>) => {
  const [reply] = await room.ask('seat-01', command);
  return reply?.field === undefined ? reply?.code : `${reply.code} ${reply.field}`;
};
const openTicket = async (more: object = {}) => {
  const ticket = v7();
  const args = { ...draft(), ...more };
  await ask(mine({ op: 'ticket.create', target: { type: 'ticket', id: ticket }, exp: 0, args }));
  return ticket;
};

describe('lamp.set', () => {
  it('is kept with its lamps, journalised, and told in its ticket beside its states', async () => {
    const ticket = await openTicket();
    const command = set({ ticket }, { motive: undefined, advice: 'relight' });
    const [reply] = await room.ask('seat-01', command);
    expect(reply).toMatchObject({
      code: 'OK',
      override: { id: command.cmd, street: STREET, lamps: 3, phase: 'set', commanded: 0, observed: 0 },
    });
    const event = (await room.events()).at(-1);
    expect(event).toMatchObject({
      type: 'lamp.commanded',
      version: 1,
      person: 'p-1',
      advice: 'relight',
      light: { lamps: 3, level: 1, street: STREET },
    });
    const [track] = await readTracks(room.store.db);
    expect([...(track?.lamps.keys() ?? [])]).toEqual(IDS);
    const [entry] = await room.store.db
      .selectFrom('journal')
      .select('json')
      .where('action', '=', 'lamp.set')
      .execute();
    expect(JSON.parse(entry!.json)).toMatchObject({
      person: 'p-1',
      payload: { code: 'OK', level: 1, lamps: IDS },
    });
  });

  it('is refused where a lamp stands in a district whose light is not the person’s, and so is what follows it', async () => {
    const free = set();
    await ask(free);
    await room.declare(somePeople.map((one) => (one.id === 'p-1' ? { ...one, districts: ['02'] } : one)));
    expect(await ask(set())).toBe('FORBIDDEN district');
    expect(await ask(resend(free.cmd))).toBe('FORBIDDEN district');
    expect(await ask(release(free.cmd))).toBe('FORBIDDEN district');
    await room.declare(
      somePeople.map((one) => (one.id === 'p-1' ? { ...one, districts: ['01', '02'] } : one)),
    );
    expect(await ask(release(free.cmd))).toBe('OK');
  });

  it('the same one again begins no other', async () => {
    const command = set();
    await ask(command);
    const [again] = await room.ask('seat-01', command);
    expect(again).toMatchObject({ code: 'OK', dup: true });
    expect(await readTracks(room.store.db)).toHaveLength(1);
  });

  it('is refused for lamps in the perimeter of another open ticket that wants light left, whatever it is for', async () => {
    const place = { label: 'rue Monge', position: lampPosition(STREET, 4) };
    const gas = await openTicket({ kind: 'gasSmell', place });
    const fight = await openTicket({ kind: 'fight', description: '"kind":"gasSmell"', place });
    expect(await ask(set({ ticket: fight }))).toBe('BAD_STATE args.ticket.kind');
    expect(await ask(set())).toBe('BAD_STATE args.ticket.kind');
    const far = [lampId('rue Jeannin', 0)];
    expect(await ask(set({}, { target: { type: 'lamps', ids: far } }))).toBe('OK');
    for (const [op, exp, args] of [
      ['ticket.claim', 1, {}],
      ['ticket.close', 2, { outcome: 'unfounded' }],
    ] as const)
      expect(await ask(mine({ op, target: { type: 'ticket', id: gas }, exp, args }))).toBe('OK');
    expect(await ask(set({ ticket: fight }))).toBe('OK');
  });

  it.each(['gasSmell', 'exposedWires'])(
    'is refused for a ticket that wants light left as it is: %s',
    async (kind) => {
      const ticket = await openTicket({ kind });
      expect(await ask(set({ ticket }))).toBe('BAD_STATE args.ticket.kind');
      expect(await readTracks(room.store.db)).toEqual([]);
    },
  );

  it('is refused without a ticket or a motive, for a closed ticket, or one that nobody knows', async () => {
    expect(await ask(set({}, { motive: undefined }))).toBe('INVALID motive');
    expect(await ask(set({ ticket: v7() }))).toBe('NOT_FOUND args.ticket');
    const ticket = await openTicket();
    for (const [op, exp, args] of [
      ['ticket.claim', 1, {}],
      ['ticket.close', 2, { outcome: 'done' }],
    ] as const)
      await ask(mine({ op, target: { type: 'ticket', id: ticket }, exp, args }));
    expect(await ask(set({ ticket }))).toBe('BAD_STATE args.ticket');
    expect(await readTracks(room.store.db)).toEqual([]);
  });

  it('is refused for lamps that are not there, and for an end that is past or too far', async () => {
    expect(await ask(set({}, { target: { type: 'lamps', ids: [IDS[0], 'nobody'] } }))).toBe(
      'NOT_FOUND target.ids.1',
    );
    expect(await ask(set({ until: instant(START - 1) }))).toBe('INVALID args.until');
    expect(await ask(set({ until: instant(START + 13 * HOUR) }))).toBe('INVALID args.until');
  });

  it('never counts late: past its time, or made long ago', async () => {
    expect(await ask(set({}, { expiresAt: instant(START - 1) }))).toBe('EXPIRED');
    expect(await ask(set({}, { madeAt: instant(START - 31_000), expiresAt: instant(START + 1) }))).toBe(
      'EXPIRED',
    );
  });

  it('is an operator’s and a supervisor’s, not IT’s', async () => {
    mine = await room.signIn('seat-01', 'p-5');
    expect(await ask(set())).toBe('FORBIDDEN role');
    mine = await room.signIn('seat-01', 'p-4');
    expect(await ask(set())).toBe('OK');
  });
});

describe('lamp.set below what lamps must burn at', () => {
  it('raises lamps to their safety floor, and says how many', async () => {
    room.light.floors.set(IDS[1]!, 40);
    const [reply] = await room.ask('seat-01', set({ level: 0.2 }));
    expect(reply?.override).toMatchObject({ lamps: 3, level: 0.2, floored: 1 });
    const [track] = await readTracks(room.store.db);
    expect([...track!.lamps.values()].map(({ floor }) => floor)).toEqual([undefined, 40, undefined]);
    const [bright] = await room.ask('seat-01', set({ level: 0.6 }));
    expect(bright?.override?.floored).toBeUndefined();
  });

  it('leaves lamps that another open ticket has raised, until that is closed', async () => {
    const ticket = TicketId.parse(await openTicket());
    room.light.needed.set(IDS[0]!, { ticket, level: 100 });
    const [reply] = await room.ask('seat-01', set({ level: 0.2 }));
    expect(reply?.override).toMatchObject({ lamps: 2, spared: 1 });
    expect((await room.ask('seat-01', set({ level: 1 })))[0]?.override).toMatchObject({ lamps: 3 });
    expect((await room.ask('seat-01', set({ level: 0.2, ticket })))[0]?.override).toMatchObject({ lamps: 3 });
    const only = { target: { type: 'lamps', ids: [IDS[0]] } };
    expect(await ask(set({ level: 0.2 }, only))).toBe('BAD_STATE args.level');
    for (const [op, exp, args] of [
      ['ticket.claim', 1, {}],
      ['ticket.close', 2, { outcome: 'done' }],
    ] as const)
      await ask(mine({ op, target: { type: 'ticket', id: ticket }, exp, args }));
    expect(await ask(set({ level: 0.2 }, only))).toBe('OK');
  });

  it('says by which selection it was chosen', async () => {
    const selection = { id: v7(), name: 'Boulevard de la Marne' };
    const [reply] = await room.ask('seat-01', set({ selection }));
    expect(reply?.override).toMatchObject({ selection });
  });
});

describe('lamp.resend', () => {
  /** the first lamp has refused; the time to follow is over */
  const refuseOne = async (args: object = {}) => {
    const command = set(args);
    await ask(command);
    const [track] = await readTracks(room.store.db);
    const left = sent(track!, track!.lamps.keys(), room.clock.now);
    const judged = { ...answered(left, track!.order.id, [IDS[0] as never], () => 'LOCKED'), judged: true };
    await room.store.write(({ tx }) => writeTrack(tx, judged));
    return command.cmd;
  };

  it('is told in the ticket and the journal, and keeps the override', async () => {
    const ticket = await openTicket();
    const cmd = await refuseOne({ ticket });
    const command = resend(cmd);
    const [reply] = await room.ask('seat-01', command);
    expect(reply).toMatchObject({ code: 'OK', override: { id: cmd, lamps: 3, troubles: 0, judged: false } });
    expect((await room.events()).at(-1)).toMatchObject({
      type: 'lamp.commanded',
      version: 1,
      person: 'p-1',
      light: { override: cmd, again: 3 },
    });
    const [track] = await readTracks(room.store.db);
    expect(track?.resend).toMatchObject({ cmd: command.cmd });
    const journal = room.store.db.selectFrom('journal').select('json').where('action', '=', 'lamp.resend');
    expect(await journal.execute()).toHaveLength(1);
  });

  it('is refused while lamps may still follow, and once it is given back or over', async () => {
    const command = set();
    await ask(command);
    expect(await ask(resend(command.cmd))).toBe('BAD_STATE target.id');
    expect(await ask(resend(v7()))).toBe('NOT_FOUND target.id');
    await ask(release(command.cmd));
    expect(await ask(resend(command.cmd))).toBe('BAD_STATE');
    const other = await refuseOne();
    room.clock.now += HOUR;
    expect(await ask(resend(other))).toBe('BAD_STATE');
  });

  it('is refused where light has come to be left as it is', async () => {
    const cmd = await refuseOne();
    await openTicket({ kind: 'gasSmell', place: { label: 'rue Monge', position: lampPosition(STREET, 1) } });
    expect(await ask(resend(cmd))).toBe('BAD_STATE args.ticket.kind');
  });

  it('is an operator’s and a supervisor’s, not IT’s', async () => {
    const cmd = await refuseOne();
    mine = await room.signIn('seat-01', 'p-5');
    expect(await ask(resend(cmd))).toBe('FORBIDDEN role');
  });
});

describe('lamp.release', () => {
  it('gives back once, by anybody of the room; and tells it', async () => {
    const ticket = await openTicket();
    const command = set({ ticket });
    await ask(command);
    expect(await ask(release(v7()))).toBe('NOT_FOUND target.id');
    expect(await ask(release(command.cmd))).toBe('OK');
    expect((await room.events()).at(-1)).toMatchObject({
      type: 'lamp.released',
      version: 1,
      light: { release: true },
    });
    expect(await ask(release(command.cmd))).toBe('BAD_STATE');
    const [track] = await readTracks(room.store.db);
    expect(track?.release).toMatchObject({ at: instant(START) });
  });

  it('comes too late after its end', async () => {
    const command = set();
    await ask(command);
    room.clock.now += HOUR;
    expect(await ask(release(command.cmd))).toBe('BAD_STATE');
  });
});
