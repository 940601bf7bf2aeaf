import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
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

/** Made so long after the start, whenever it is heard. */
const made = (ms: number, op: string, id: string, exp: number, args: object = {}) => ({
  ...make({ op: `ticket.${op}`, target: { type: 'ticket', id }, exp, args }),
  madeAt: instant(START + ms),
});
const heard = (ms: number, ...commands: readonly Record<string, unknown>[]) => {
  room.clock.now = START + ms;
  return room.ask('seat-01', ...commands);
};

it('a ticket made without the hub is as old as it is, and was taken and closed when it was', async () => {
  const id = v7();
  const replies = await heard(
    90_000,
    made(2_000, 'create', id, 0, draft()),
    made(20_000, 'claim', id, 1),
    made(50_000, 'close', id, 2, { outcome: 'done' }),
  );
  expect(replies.at(-1)?.ticket).toMatchObject({
    openedAt: instant(START + 2_000),
    claimedAt: instant(START + 20_000),
    closedAt: instant(START + 50_000),
  });
  for (const { last } of replies) expect(last?.at).toBe(instant(START + 90_000));
});

it('what is heard at once has the time of its event', async () => {
  const id = v7();
  const replies = await heard(5_000, made(4_000, 'create', id, 0, draft()), made(4_500, 'claim', id, 1));
  expect(replies.at(-1)?.ticket).toMatchObject({
    openedAt: instant(START + 5_000),
    claimedAt: instant(START + 5_000),
  });
});

it('nothing is taken before it was opened, nor closed before it was taken, whatever clocks say', async () => {
  const id = v7();
  const [opened] = await heard(60_000, made(60_000, 'create', id, 0, draft()));
  const [claimed] = await heard(70_000, made(1_000, 'claim', id, 1));
  const [closed] = await heard(80_000, made(2_000, 'close', id, 2, { outcome: 'done' }));
  expect(opened?.ticket?.openedAt).toBe(instant(START + 60_000));
  expect(claimed?.ticket?.claimedAt).toBe(instant(START + 60_000));
  expect(closed?.ticket?.closedAt).toBe(instant(START + 60_000));
});
