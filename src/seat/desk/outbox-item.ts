import type { OutboxItem } from '../../shared/ipc/model.ts';
import type { Kept } from './outbox-store.ts';

const made = new WeakMap<Kept, OutboxItem>();

/** A kept command as a window shows it. Rows never change, so each is made once. */
export function asItem(row: Kept): OutboxItem {
  const known = made.get(row);
  if (known !== undefined) return known;
  const { cmd, target, op, command, person, state, tries, reply, about, unsent } = row;
  const item: OutboxItem = {
    cmd,
    ticket: target,
    op,
    args: command.args as OutboxItem['args'],
    ...(command.motive === undefined ? {} : { motive: command.motive }),
    person,
    madeAt: command.madeAt,
    state: state === 'accepted' ? 'sent' : state,
    tries,
    exp: command.exp,
    ...(about === undefined ? {} : { about }),
    ...(unsent === undefined ? {} : { unsent }),
    ...(reply === undefined ? {} : { code: reply.code }),
    ...(reply?.field === undefined ? {} : { field: reply.field }),
    ...(reply?.ticket === undefined
      ? {}
      : { theirs: { ticket: reply.ticket, ...(reply.last === undefined ? {} : { last: reply.last }) } }),
  };
  made.set(row, item);
  return item;
}
