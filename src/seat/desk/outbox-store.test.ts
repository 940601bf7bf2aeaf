import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { TicketCommand } from '../../shared/wire/command.ts';
import { CommandReply } from '../../shared/wire/reply.ts';
import { instant } from '../../shared/wire/time.ts';
import { OutboxStore } from './outbox-store.ts';

let parts: SeatParts;
let store: OutboxStore;
beforeEach(() => {
  parts = seatParts();
  store = new OutboxStore(parts.databases.desk);
});
afterEach(() => parts.dispose());

function keep(id: string, args: object = {}, op = 'ticket.claim'): string {
  const cmd = v7();
  const target = { type: 'ticket', id };
  const madeAt = instant(parts.clock);
  store.add(TicketCommand.parse({ v: 1, cmd, session: 's-1', op, target, exp: 1, args, madeAt }), 'p-1');
  return cmd;
}
const again = () => new OutboxStore(parts.databases.desk);

test('what waits is not dismissed', () => {
  store.dismiss(keep('T-1'));
  expect(store.open).toBe(1);
  expect(again().open).toBe(1);
});

test('rows come back in the order they were made, with who made them and what they were refused for', () => {
  const cmds = ['T-1', 'T-2', 'T-1'].map((id) => keep(id));
  store.markSent(cmds[0]!);
  const reply = CommandReply.parse({ v: 1, cmd: cmds[1], ok: false, code: 'NOT_FOUND' });
  store.refuse(cmds[1]!, reply, []);
  const rows = again().all();
  expect(rows.map(({ cmd, state, person }) => [cmd, state, person])).toEqual([
    [cmds[0], 'pending', 'p-1'],
    [cmds[1], 'refused', 'p-1'],
    [cmds[2], 'pending', 'p-1'],
  ]);
  expect(rows[1]?.reply).toEqual(reply);
});

test('what the disk does not take is not in memory either', () => {
  parts.fill(true);
  expect(() => keep('T-1', { text: 'x'.repeat(4_000) }, 'ticket.note')).toThrow(/full/);
  expect(store.all()).toEqual([]);
});

test('only those made after it on the same ticket build on the version it made, and not on an older one than seen', () => {
  const [first, other, follower] = [keep('T-1'), keep('T-2'), keep('T-1')];
  store.accept(first!, 4);
  const exps = (of: OutboxStore) => [other, follower].map((cmd) => of.get(cmd!)?.command.exp);
  expect(exps(store)).toEqual([1, 4]);
  expect(exps(again())).toEqual([1, 4]);
  const third = keep('T-1');
  store.accept(follower!, 3);
  expect(store.get(third)?.command.exp).toBe(3);
  expect(store.all()).toHaveLength(2);
});

test('a row that can not be read any more stays in the file, the others go on', () => {
  keep('T-1');
  keep('T-2');
  parts.databases.desk.prepare('UPDATE outbox SET body = \'{"v":1,\' WHERE n = 1').run();
  store = again();
  expect(store.unreadable).toBe(1);
  expect(store.all().map(({ target }) => target)).toEqual(['T-2']);
  expect(parts.databases.desk.prepare('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 2 });
});

test('what has never left is taken back, in the reverse order it was made in; what has left is not', () => {
  const [first, second, elsewhere] = ['T-1', 'T-1', 'T-2'].map((id) => keep(id));
  expect(store.withdraw(first!), 'something was made on it').toBe(false);
  store.markSent(elsewhere!);
  store.markPending(elsewhere!, 0);
  expect(store.withdraw(elsewhere!), 'it has been sent').toBe(false);
  expect([store.withdraw(second!), store.withdraw(first!)]).toEqual([true, true]);
  expect(
    again()
      .all()
      .map(({ cmd }) => cmd),
  ).toEqual([elsewhere]);
  expect(again().withdraw(elsewhere!), 'it may have been, in another life').toBe(false);
});

test('a command knows what its ticket was called, whatever becomes of that', () => {
  const cmd = v7();
  const target = { type: 'ticket', id: 'T-1' };
  const command = { v: 1, cmd, session: 's-1', op: 'ticket.claim', target, exp: 1, args: {} };
  const about = { ref: 'INT-2411-0421', place: 'rue Monge' };
  store.add(TicketCommand.parse({ ...command, madeAt: instant(parts.clock) }), 'p-1', about);
  expect(again().get(cmd)?.about).toEqual(about);
});
