import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { somePeople } from '../../../tests/support/hub.ts';
import { LATE_MS, openTestDesk, START, someCamera, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { instant } from '../../shared/wire/time.ts';

const HOUR = 3_600_000;
const SUPERVISOR = somePeople.find(({ role }) => role === 'supervisor')!.id;
let room: TestDesk;
/** the seat's clock, ms ahead of the hub's */
let ahead: number;
beforeEach(async () => {
  room = await openTestDesk();
  ahead = 0;
});
afterEach(() => room.close());

/** `ms` after the start, by the hub's clock or by the seat's */
const hub = (ms: number) => instant(START + ms);
const seat = (ms: number) => instant(START + ms + ahead);
const send = async (parts: object) => {
  const [reply] = await room.ask('seat-01', { v: 1, cmd: v7(), ...parts });
  return { said: reply?.field === undefined ? reply?.code : `${reply.code} ${reply.field}`, reply };
};
/** Something happens `ms` after the start. */
const when = (ms: number) => {
  room.clock.now = START + ms;
};
const session = async (op: 'open' | 'adopt' | 'close', ms: number, args: object) =>
  (await send({ op: `session.${op}`, madeAt: seat(ms), args })).said;
const opened = async (person: string, ms: number) => {
  const id = v7();
  expect(await session('open', ms, { session: id, person, proof: '' })).toBe('OK');
  return id;
};
const create = (id: string, ms: number, ticket = v7()) =>
  send({
    op: 'ticket.create',
    session: id,
    madeAt: seat(ms),
    exp: 0,
    target: { type: 'ticket', id: ticket },
    args: draft(),
  });
/** What only a supervisor may: opening a closed ticket again. */
const reopen = async (id: string, ms: number) => {
  const ticket = v7();
  const on = (op: string, exp: number, args: object, madeAt: string) =>
    send({ op: `ticket.${op}`, session: id, madeAt, exp, target: { type: 'ticket', id: ticket }, args });
  await create(id, ms, ticket);
  await on('claim', 1, {}, seat(ms));
  await on('close', 2, { outcome: 'done' }, seat(ms));
  return (await on('reopen', 3, {}, seat(ms))).said;
};
const role = (id: string, role: 'operator' | 'supervisor') =>
  somePeople.map((person) => (person.id === id ? { ...person, role } : person)) as typeof somePeople;

describe.each([0, -90_000, 120_000])('of a seat whose clock is %d ms ahead', (offset) => {
  beforeEach(() => {
    ahead = offset;
  });

  it('what was made before the session began is refused: rights of that time are not its own', async () => {
    when(HOUR);
    await room.declare(role(SUPERVISOR, 'operator'));
    when(HOUR + 1);
    const id = await opened(SUPERVISOR, HOUR + 1);
    expect((await create(id, HOUR)).said).toBe('FORBIDDEN madeAt');
    expect((await create(id, HOUR + 1)).said).toBe('OK');
    expect(await reopen(id, HOUR + 1)).toBe('FORBIDDEN role');
  });

  it('late work is judged by the rights of its time, by the clock that gave them', async () => {
    const id = v7();
    when(HOUR);
    await room.declare(role(SUPERVISOR, 'operator'));
    when(2 * HOUR);
    expect(await session('adopt', 2 * HOUR, { session: id, person: SUPERVISOR, openedAt: seat(0) })).toBe(
      'OK',
    );
    expect(await reopen(id, HOUR - 1)).toBe('OK');
    expect(await reopen(id, HOUR + 1)).toBe('FORBIDDEN role');
    const { reply } = await create(id, HOUR);
    expect(reply?.last).toMatchObject({ madeAt: hub(HOUR), at: hub(2 * HOUR) });
  });

  it('who has left sits nowhere; what they did before is recorded, what they did after is not', async () => {
    when(HOUR);
    await room.declare(somePeople.filter(({ id }) => id !== 'p-2'));
    when(2 * HOUR);
    const [over, still, after] = [v7(), v7(), v7()];
    const p2 = { person: 'p-2', openedAt: seat(0) };
    expect(await session('adopt', 2 * HOUR, { session: over, ...p2, endedAt: seat((3 * HOUR) / 2) })).toBe(
      'OK',
    );
    expect(await session('adopt', 2 * HOUR, { session: still, ...p2 })).toBe('FORBIDDEN args.person');
    for (const id of [over, still]) {
      expect((await create(id, HOUR - 1)).said).toBe('OK');
      expect((await create(id, HOUR + 1)).said).toBe('FORBIDDEN session');
    }
    const late = { session: after, person: 'p-2', openedAt: seat(HOUR + 1) };
    expect(await session('adopt', 2 * HOUR, late)).toBe('NOT_FOUND args.person');
    expect((await create(after, HOUR + 1)).said).toBe('FORBIDDEN session');
  });

  it('who leaves while signed in has until then', async () => {
    const id = await opened('p-2', 0);
    when(HOUR);
    await room.declare(somePeople.filter((person) => person.id !== 'p-2'));
    when(2 * HOUR);
    expect((await create(id, HOUR - 1)).said).toBe('OK');
    expect((await create(id, HOUR + 1)).said).toBe('FORBIDDEN session');
  });

  it('nothing is recorded that was made too long ago, of a session that goes on or of one that has ended', async () => {
    const ended = await opened('p-2', 0);
    when(10);
    await session('close', 10, { session: ended });
    when(20);
    const on = await opened('p-1', 20);
    when(LATE_MS + 10);
    expect((await create(ended, 10)).said).toBe('OK');
    expect((await create(ended, 9)).said).toBe('EXPIRED madeAt');
    when(LATE_MS + 21);
    expect((await create(on, 21)).said).toBe('OK');
    expect((await create(on, 20)).said).toBe('EXPIRED madeAt');
  });
});

it('what acts now is allowed by the rights of now, whatever time it says', async () => {
  const id = await opened('p-1', 0);
  const view = (madeAt: string) =>
    send({
      op: 'camera.view',
      session: id,
      madeAt,
      target: { type: 'camera', id: someCamera.id },
      args: {},
      motive: 'rixe',
    });
  expect((await view(hub(-1_000))).said).toBe('OK');
  when(1_000);
  await room.declare(somePeople.map((person) => ({ ...person, domains: [] })) as typeof somePeople);
  expect((await view(hub(0))).said).toBe('FORBIDDEN domain');
});
