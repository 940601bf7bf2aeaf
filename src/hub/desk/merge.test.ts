import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { instant } from '../../shared/wire/time.ts';

let room: TestDesk;
let one: Awaited<ReturnType<TestDesk['signIn']>>;
beforeEach(async () => {
  room = await openTestDesk();
  one = await room.signIn('seat-01', 'p-1');
});
afterEach(() => room.close());

const on = (make: typeof one, op: string, id: string, exp: number, args: object = {}) =>
  make({ op, target: { type: 'ticket', id }, exp, args });
const create = (make: typeof one, id: string) => on(make, 'ticket.create', id, 0, draft());

it('tracks on the ticket that stays what was promised on the one merged into it; two promises are not made one', async () => {
  const [id, other, third] = [v7(), v7(), v7()];
  const due = instant(START + 900_000);
  const promise = (about: string, exp = 1) => on(one, 'ticket.promise', about, exp, { due });
  await room.ask('seat-01', ...[id, other, third].map((each) => create(one, each)), promise(id));
  const [merged] = await room.ask('seat-01', on(one, 'ticket.merge', id, 2, { into: other }));
  expect(merged).toMatchObject({ code: 'OK', ticket: { state: 'closed', mergedInto: other } });
  expect(merged?.ticket).not.toHaveProperty('callback');
  const moved = (await room.events()).at(-1);
  expect(moved).toMatchObject({
    type: 'ticket.promiseMoved',
    target: { id: other },
    version: 1,
    person: 'p-1',
  });
  expect(moved?.patch.callback).toMatchObject({ due, from: id });
  // What was made on the ticket as it was before does not conflict; a promise of its own would hide the other.
  const [hidden, claimed, closed] = await room.ask(
    'seat-01',
    promise(other),
    on(one, 'ticket.claim', other, 1),
    on(one, 'ticket.close', other, 2, { outcome: 'done' }),
  );
  expect([hidden?.code, claimed?.code]).toEqual(['BAD_STATE', 'OK']);
  expect(closed).toMatchObject({ code: 'BAD_STATE', field: 'callback' });
  await room.ask('seat-01', promise(third));
  const [refused] = await room.ask('seat-01', on(one, 'ticket.merge', third, 2, { into: other }));
  expect(refused).toMatchObject({ code: 'BAD_STATE', field: 'callback', ticket: { state: 'open' } });
  const keep = on(one, 'ticket.keep', other, 2, {});
  expect(await room.ask('seat-01', keep, on(one, 'ticket.merge', third, 2, { into: other }))).toMatchObject([
    { code: 'OK' },
    { code: 'OK' },
  ]);
});
