import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, someCamera, type TestDesk } from '../../../tests/support/hub-desk.ts';

let room: TestDesk;
let mine: Awaited<ReturnType<TestDesk['signIn']>>;
let theirs: typeof mine;
beforeEach(async () => {
  room = await openTestDesk();
  mine = await room.signIn('seat-01', 'p-1');
  theirs = await room.signIn('seat-02', 'p-2');
});
afterEach(() => room.close());

const on = (op: string, id: string, exp: number, args: object = {}) => ({
  op,
  target: { type: 'ticket', id },
  exp,
  args,
});
const view = async (ticket: string | undefined, motive?: string) => {
  const args = ticket === undefined ? {} : { ticket };
  const wish = { op: 'camera.view', target: { type: 'camera', id: someCamera.id }, args };
  const [reply] = await room.ask('seat-01', mine(motive === undefined ? wish : { ...wish, motive }));
  return reply?.field === undefined ? reply?.code : `${reply.code} ${reply.field}`;
};

it('justifies watching by an open ticket of one’s own, and by nothing else without a motive', async () => {
  const id = v7();
  await room.ask('seat-01', mine(on('ticket.create', id, 0, draft({ kind: 'fight' }))));
  expect(await view(id)).toBe('INVALID motive');
  await room.ask('seat-01', mine(on('ticket.claim', id, 1)));
  expect(await view(id)).toBe('OK');
  await room.ask('seat-01', mine(on('ticket.close', id, 2, { outcome: 'done' })));
  expect(await view(id)).toBe('INVALID motive');
  expect(await view(id, 'relecture')).toBe('OK');

  const other = v7();
  await room.ask(
    'seat-02',
    theirs(on('ticket.create', other, 0, draft({ kind: 'fight' }))),
    theirs(on('ticket.claim', other, 1)),
  );
  expect(await view(other)).toBe('INVALID motive');
  expect(await view(other, 'renfort')).toBe('OK');

  expect(await view(undefined)).toBe('INVALID motive');
  expect(await view(undefined, 'rixe')).toBe('OK');
  expect(await view(v7(), 'rixe')).toBe('NOT_FOUND args.ticket');
});
