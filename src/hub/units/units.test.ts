import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { CommandId, type TicketId, UnitId } from '../../shared/ids.ts';
import { TELLING_MS } from '../../shared/unit/assign.ts';
import { UnitOrder, type UnitReply } from '../../shared/unit/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { readTicket } from '../tickets/read.ts';
import { takeAnswer } from './answers.ts';
import { Teller } from './teller.ts';

let room: TestDesk;
let make: Awaited<ReturnType<TestDesk['signIn']>>;
let id: TicketId;
/** what reached the broker: topic and order */
let sent: [string, UnitOrder][];
let brokerUp: boolean;
let teller: Teller;

beforeEach(async () => {
  room = await openTestDesk();
  make = await room.signIn('seat-01', 'p-1');
  id = v7() as TicketId;
  sent = [];
  brokerUp = true;
  teller = newTeller();
  await act('ticket.create', 0, draft());
  await act('ticket.claim', 1);
});
afterEach(() => room.close());

const newTeller = () =>
  new Teller({
    store: room.store,
    send: async (topic, payload) => {
      if (!brokerUp) return { ok: false, reason: 'offline' };
      sent.push([topic, UnitOrder.parse(JSON.parse(payload))]);
      return { ok: true, noSubscribers: false };
    },
    now: () => room.clock.now,
    committed: () => {},
    log: { warn: () => {} } as never,
  });
async function act(op: string, exp: number, args: object = {}, more: object = {}) {
  const command = make({ op, target: { type: 'ticket', id }, exp, args, ...more });
  const [reply] = await room.ask('seat-01', command);
  return { ...reply, cmd: CommandId.parse(command.cmd) };
}
const assign = (unit: string, exp = 2, more: object = {}) =>
  act('ticket.assign', exp, { units: [unit] }, more);
const said = (unit: string, cmd: CommandId, answer: UnitReply, motive?: string) =>
  room.store.write((work) =>
    takeAnswer(
      work,
      UnitId.parse(unit),
      { cmd, ticket: id, answer, at: instant(room.clock.now), ...(motive ? { motive } : {}) },
      instant(room.clock.now),
      CommandId.parse(v7()),
    ),
  );
const inTwoMinutes = () => instant(room.clock.now + TELLING_MS);
const ticket = () => readTicket(room.store.db, id);
const stateOf = async (unit: string) =>
  (await ticket())?.assignments?.find((one) => one.unit === unit)?.state;
const lastEvents = async (n: number) =>
  (await room.events()).slice(-n).map(({ type, version }) => [type, version]);
const journal = async () => {
  const rows = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('action', 'like', 'unit.%')
    .execute();
  return rows.map(({ json }) => JSON.parse(json) as { action: string; payload: Record<string, unknown> });
};

describe('an assignment', () => {
  it('is told once it is kept, again until it is answered, and its answers are events of the same version', async () => {
    const { cmd } = await assign('PM 12');
    await teller.look();
    expect(sent).toEqual([
      [
        'city/v1/unit/PM 12/cmd',
        expect.objectContaining({ cmd, order: 'go', ticket: id, ref: 'INT-2411-0001' }),
      ],
    ]);
    room.clock.now += 9_999;
    await teller.look();
    expect(sent).toHaveLength(1);
    room.clock.now += 1;
    await teller.look();
    expect(sent).toHaveLength(2);

    expect(await said('PM 12', cmd, 'accepted')).toBe('taken');
    expect(await said('PM 12', cmd, 'accepted')).toBe('repeated');
    expect(await said('PM 12', cmd, 'onSite')).toBe('taken');
    expect(await lastEvents(3)).toEqual([
      ['ticket.assigned', 3],
      ['unit.answered', 3],
      ['unit.answered', 3],
    ]);
    room.clock.now += 60_000;
    await teller.look();
    expect(sent).toHaveLength(2);
    // Made without having seen the answers: it does not conflict.
    expect(await act('ticket.prioritise', 3, { priority: 2 })).toMatchObject({ code: 'OK' });
    expect(await stateOf('PM 12')).toBe('onSite');
  });

  it('that comes late is untold and never told; so is one of a unit that nobody knows', async () => {
    const late = { madeAt: instant(START) };
    room.clock.now = START + TELLING_MS + 1;
    await assign('PM 12', 2, late);
    await assign('Taxi 3', 3);
    await teller.look();
    expect(sent).toEqual([]);
    expect((await ticket())?.assignments).toMatchObject([
      { unit: 'PM 12', state: 'untold', at: instant(START) },
      { unit: 'Taxi 3', state: 'untold' },
    ]);
  });

  it('that came in time is told in what is left of it', async () => {
    room.clock.now = START + TELLING_MS - 5_000;
    await assign('PM 12', 2, { madeAt: instant(START) });
    await teller.look();
    expect(sent[0]?.[1].expiresAt).toBe(instant(START + TELLING_MS));
  });

  it('that the broker does not take is not told late: the ticket says so', async () => {
    brokerUp = false;
    const { cmd } = await assign('PM 12');
    await teller.look();
    room.clock.now += TELLING_MS;
    brokerUp = true;
    await teller.look();
    expect(sent).toEqual([]);
    expect(await lastEvents(1)).toEqual([['unit.untold', 3]]);
    expect(await stateOf('PM 12')).toBe('untold');
    expect(await journal()).toMatchObject([
      { action: 'unit.untold', payload: { unit: 'PM 12', order: 'go' } },
    ]);
    // It had heard it all the same: its word counts.
    expect(await said('PM 12', cmd, 'accepted')).toBe('taken');
    expect(await stateOf('PM 12')).toBe('accepted');
  });

  it('is told by the hub that comes after one that ended in between, and not by one that comes too late', async () => {
    await assign('PM 12');
    room.clock.now += 30_000;
    await newTeller().look();
    expect(sent).toHaveLength(1);
    room.clock.now += TELLING_MS;
    await newTeller().look();
    expect(sent).toHaveLength(1);
    expect(await stateOf('PM 12')).toBe('untold');
  });

  it('that is refused is the owner’s again, with the motive in the event; another unit can be sent', async () => {
    const { cmd } = await assign('PM 12');
    await said('PM 12', cmd, 'refused', 'pneu crevé');
    expect(await ticket()).toMatchObject({ state: 'claimed', units: [], owner: { person: 'p-1' } });
    expect((await room.events()).at(-1)).toMatchObject({
      type: 'unit.answered',
      unit: 'PM 12',
      motive: 'pneu crevé',
    });
    expect(await assign('PM 07', 3)).toMatchObject({ code: 'OK' });
    expect(await ticket()).toMatchObject({ state: 'inProgress', units: ['PM 07'] });
  });
});

it('one that is chosen and not to be told hears nothing until it is asked for again, or is reported by radio', async () => {
  const chosen = await act('ticket.assign', 2, { units: ['PM 12'], tell: false });
  await teller.look();
  expect([chosen.code, await stateOf('PM 12'), sent]).toEqual(['OK', 'untold', []]);
  const told = await assign('PM 12', 3);
  await teller.look();
  expect([told.code, sent.map(([, { order }]) => order)]).toEqual(['OK', ['go']]);
  const heard = await act('unit.report', 4, { unit: 'PM 12', answer: 'onSite' });
  expect(heard).toMatchObject({
    code: 'OK',
    ticket: { version: 5, assignments: [{ unit: 'PM 12', state: 'onSite', byVoice: true, cmd: told.cmd }] },
    last: { type: 'unit.reported', unit: 'PM 12', byVoice: true },
  });
  expect(await act('unit.report', 5, { unit: 'PM 12', answer: 'accepted' })).toMatchObject({
    code: 'BAD_STATE',
  });
});

describe('units stand down', () => {
  it('one that is released, the other when the ticket is closed; their answer ends the telling', async () => {
    const first = await assign('PM 12');
    const second = await assign('PM 07', 3);
    await said('PM 12', first.cmd, 'accepted');
    await said('PM 07', second.cmd, 'onSite');
    const release = (more: object) => act('unit.release', 4, { unit: 'PM 12' }, more);
    expect(await release({})).toMatchObject({ code: 'INVALID', field: 'motive' });
    const released = await release({ motive: 'le plus proche suffit' });
    expect(released).toMatchObject({ code: 'OK', ticket: { units: ['PM 07'], state: 'inProgress' } });
    await act('ticket.close', 5, { outcome: 'done' });
    await teller.look();
    expect(sent.map(([topic, { order }]) => [topic, order])).toEqual([
      ['city/v1/unit/PM 12/cmd', 'standDown'],
      ['city/v1/unit/PM 07/cmd', 'standDown'],
    ]);
    expect(await said('PM 12', released.cmd, 'accepted')).toBe('stoodDown');
    room.clock.now += 10_000;
    await teller.look();
    expect(sent.slice(2).map(([topic]) => topic)).toEqual(['city/v1/unit/PM 07/cmd']);
  });

  it('and the closed ticket says apart that it was ordered, heard, and never answered', async () => {
    const first = await assign('PM 12');
    const second = await assign('PM 07', 3);
    await said('PM 12', first.cmd, 'accepted');
    await said('PM 07', second.cmd, 'accepted');
    const recalls = async () =>
      ((await ticket())?.assignments ?? []).map(({ unit, recall }) => [unit, recall]);
    const closed = await act('ticket.close', 4, { outcome: 'done' });
    await teller.look();
    expect(await recalls()).toEqual([
      ['PM 12', undefined],
      ['PM 07', undefined],
    ]);
    room.clock.now += 3_000;
    const heard = { state: 'heard', at: instant(room.clock.now) };
    expect(await said('PM 12', closed.cmd, 'accepted')).toBe('stoodDown');
    room.clock.now += TELLING_MS;
    await teller.look();
    expect(await recalls()).toEqual([
      ['PM 12', heard],
      ['PM 07', { state: 'silent', at: instant(room.clock.now) }],
    ]);
    expect(await lastEvents(3)).toEqual([
      ['ticket.closed', 5],
      ['unit.recalled', 5],
      ['unit.recalled', 5],
    ]);
  });

  it('in place of the order that they have not answered: nobody is sent after all is over', async () => {
    await assign('PM 12');
    await act('ticket.close', 3, { outcome: 'noAction' });
    await teller.look();
    expect(sent.map(([, { order }]) => order)).toEqual(['standDown']);
  });

  it('also one that was given up as untold and accepts when all is over; once, and not where it is awaited', async () => {
    brokerUp = false;
    const { cmd } = await assign('PM 12');
    room.clock.now += TELLING_MS;
    await teller.look();
    expect(await stateOf('PM 12')).toBe('untold');
    await act('ticket.close', 3, { outcome: 'noAction' });
    brokerUp = true;
    expect(await said('PM 12', cmd, 'accepted')).toBe('closed');
    expect(await said('PM 12', cmd, 'onSite')).toBe('closed');
    await teller.look();
    expect(sent).toMatchObject([
      ['city/v1/unit/PM 12/cmd', { order: 'standDown', ticket: id, expiresAt: inTwoMinutes() }],
    ]);
    expect(await said('PM 12', sent[0]![1].cmd, 'accepted')).toBe('stoodDown');
    expect(await said('PM 12', cmd, 'done')).toBe('closed');
    room.clock.now += 10_000;
    await teller.look();
    expect(sent).toHaveLength(1);
  });

  it('also one that was given up, taken off and accepts then', async () => {
    brokerUp = false;
    const { cmd } = await assign('PM 12');
    room.clock.now += TELLING_MS;
    await teller.look();
    await act('unit.release', 3, { unit: 'PM 12' });
    brokerUp = true;
    expect(await said('PM 12', cmd, 'accepted')).toBe('otherOrder');
    await teller.look();
    expect(sent.map(([, { order }]) => order)).toEqual(['standDown']);
  });

  it('and an answer that comes after that is kept in the journal', async () => {
    const { cmd } = await assign('PM 12');
    await act('ticket.close', 3, { outcome: 'noAction' });
    const before = await room.events();
    expect(await said('PM 12', cmd, 'accepted')).toBe('closed');
    expect(await room.events()).toEqual(before);
    expect(await journal()).toMatchObject([
      { action: 'unit.answer', payload: { answer: 'accepted', code: 'closed' } },
    ]);
  });
});
