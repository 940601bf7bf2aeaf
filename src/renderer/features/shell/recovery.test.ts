import { expect, test } from 'vitest';
import { OutboxItem } from '../../../shared/ipc/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { Outage } from '../link/index.ts';
import { confirmed, NO_RECOVERY, recover } from './recovery.ts';

const item = (cmd: string, state: OutboxItem['state'] = 'pending') =>
  OutboxItem.parse({ cmd, ticket: 't', op: 'ticket.note', args: {}, madeAt: instant(0), state, tries: 0 });
const on: Outage = { kind: 'on', since: 0, leg: 'hub', legSince: 0, met: true, unread: undefined };
const over: Outage = { kind: 'over', since: 0, at: 9, start: false };
const cmds = (items: readonly OutboxItem[]) => items.map(({ cmd }) => cmd);

test('what was kept and has gone is confirmed; what was refused is not, even once dismissed', () => {
  let recovery = recover(NO_RECOVERY, on, [item('a'), item('b')], 3);
  recovery = recover(recovery, on, [item('a'), item('b'), item('c')], 3);
  recovery = recover(recovery, over, [item('b', 'sent'), item('c', 'refused')], 5);
  expect(cmds(confirmed(recovery, [item('b', 'sent'), item('c', 'refused')]))).toEqual(['a']);
  expect(cmds(confirmed(recover(recovery, over, [], 7), []))).toEqual(['a', 'b']);
  expect(recovery.changesBefore).toBe(3);
});
test('without an outage nothing is kept', () =>
  expect(recover(NO_RECOVERY, { kind: 'none', met: true }, [item('a')], 4)).toEqual({
    ...NO_RECOVERY,
    changesBefore: 4,
  }));
