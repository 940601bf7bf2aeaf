import { expect, test } from 'vitest';
import { OutboxItem } from '../../../shared/ipc/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { Outage } from '../link/index.ts';
import { confirmed, headline, isRead, NO_RECOVERY, recover, toldOf } from './recovery.ts';

const item = (cmd: string, state: OutboxItem['state'] = 'pending') =>
  OutboxItem.parse({ cmd, ticket: 't', op: 'ticket.note', args: {}, madeAt: instant(0), state, tries: 0 });
const on: Outage = { kind: 'on', since: 0, leg: 'hub', met: true, unread: undefined };
const over: Outage = { kind: 'over', since: 10, at: 99, times: 1, start: false };
const cmds = (items: readonly OutboxItem[]) => items.map(({ cmd }) => cmd);

test('what was kept and has gone is confirmed; what was refused is not, even once dismissed', () => {
  let recovery = recover(NO_RECOVERY, on, [item('a'), item('b')], [], 0);
  recovery = recover(recovery, on, [item('a'), item('b'), item('c')], [], 0);
  recovery = recover(recovery, over, [item('b', 'sent'), item('c', 'refused')], [], 0);
  expect(cmds(confirmed(recovery, [item('b', 'sent'), item('c', 'refused')]))).toEqual(['a']);
  expect(cmds(confirmed(recover(recovery, over, [], [], 0), []))).toEqual(['a', 'b']);
});
test('what was taken back is not confirmed; what an earlier outage kept, and is gone, is', () => {
  let recovery = recover(NO_RECOVERY, on, [item('a')], [], 0);
  recovery = recover(recovery, over, [], [], 0);
  recovery = recover(recovery, on, [item('b'), item('c')], [], 0);
  recovery = recover(recovery, on, [item('b')], [], 0);
  expect(cmds(confirmed(recover(recovery, over, [], [], 0), []))).toEqual(['a', 'b']);
});
test('what the room changed during the outage is counted, and not what it changes after it', () => {
  const ticket = (id: string, at: number) => ({ id, updatedAt: instant(at) }) as never;
  const first = recover(NO_RECOVERY, over, [], [ticket('old', 9), ticket('a', 10), ticket('b', 99)], 0);
  expect([...first.changed]).toEqual(['a', 'b']);
  const later = recover(first, over, [], [ticket('old', 120), ticket('a', 110), ticket('c', 50)], 0);
  expect([...later.changed]).toEqual(['a', 'b', 'c']);
  expect([...recover(NO_RECOVERY, over, [], [ticket('ahead', 5)], 10).changed]).toEqual(['ahead']);
});
test('at a start nothing has changed: nothing was known before it', () => {
  const ticket = { id: 'a', updatedAt: instant(50) } as never;
  expect([...recover(NO_RECOVERY, { ...over, start: true }, [], [ticket], 0).changed]).toEqual([]);
});
test('a summary is folded once it has been there to be read', () => {
  expect(isRead(over, 99 + 19_000)).toBe(false);
  expect(isRead(over, 99 + 20_000)).toBe(true);
});
test('a ticket on which a kept command was lost to somebody has changed, though this seat was at work on it', () => {
  const raced = (cmd: string) => ({ ...item(cmd, 'refused'), ticket: `t-${cmd}`, theirs: {} }) as never;
  const before = recover(NO_RECOVERY, on, [item('a'), item('b')], [], 0);
  const after = recover(before, over, [raced('a'), item('b', 'refused'), raced('older')], [], 0);
  expect([...after.changed]).toEqual(['t-a']);
});
test('without an outage nothing is kept', () =>
  expect(recover(NO_RECOVERY, { kind: 'none', met: true }, [item('a')], [], 0)).toEqual(NO_RECOVERY));

test('what is still under way is said first: nothing is over while it is', () => {
  expect(headline({ done: 0, refused: 0, lost: 0, still: 5 })).toBe('sending');
  expect(headline({ done: 2, refused: 1, lost: 1, still: 1 })).toBe('sending');
  expect(headline({ done: 2, refused: 1, lost: 1, still: 0 })).toBe('confirmed');
  expect(headline({ done: 0, refused: 1, lost: 1, still: 0 })).toBe('refused');
  expect(headline({ done: 0, refused: 0, lost: 1, still: 0 })).toBe('lost');
  expect(headline({ done: 0, refused: 0, lost: 0, still: 0 })).toBe('nothing');
});

test('a conflict is no refusal to be read beside it, and what was read is none any more', () => {
  const all = [item('a'), item('b'), item('c')];
  const [raced, refused] = [item('b', 'refused'), item('c', 'refused')];
  const recovery = recover(recover(NO_RECOVERY, on, all, [], 0), over, [raced, refused], [], 0);
  expect(toldOf(recovery, [raced, refused], [raced])).toEqual({ done: 1, refused: 1, lost: 2, still: 0 });
  expect(toldOf(recovery, [], [])).toEqual({ done: 1, refused: 0, lost: 2, still: 0 });
});
