import { expect, test } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import { instant } from '../wire/time.ts';
import { applyEvent } from './apply.ts';
import { TicketEvent } from './model.ts';
import { isPromised, movedPromise, promisesClash } from './promise.ts';

const by = { seat: 'seat-01', person: 'perrin' };
const due = instant(3_600_000);
const caller = { name: 'Mme Lenoir', number: '06 39 98 12 41' };
const promised = ticket('T-1', { caller, callback: { due, by } });
const into = ticket('T-2', { version: 3 });

/** The other ticket after it was told of the promise, as all seats apply it. */
const after = (stays = into) => {
  const { ok: _, ...said } = movedPromise(promised, stays)!;
  const head = { v: 1, seq: 9, epoch: 'e', target: { type: 'ticket', id: stays.id }, at: instant(0) };
  const event = TicketEvent.parse({ ...head, ...said });
  return applyEvent(applyEvent(stays, event), event);
};

test('a promise that is open goes along, with whom it was made to; it hinders nobody who saw the ticket before', () => {
  expect(after()).toMatchObject({ version: 3, callback: { due, by, ...caller, from: 'T-1' } });
  expect(isPromised(after())).toBe(true);
});
test('merged on, it keeps whose it was', () => {
  const again = movedPromise(after(), ticket('T-3', { caller: { name: 'M. Roy' } }));
  expect(again?.patch.callback).toMatchObject({ ...caller, from: 'T-1' });
});
test('where none is open nothing goes', () => {
  expect(movedPromise(into, promised)).toBeUndefined();
  const kept = ticket('T-1', { callback: { due, by, keptAt: due } });
  expect(movedPromise(kept, into)).toBeUndefined();
  expect(promisesClash(kept, promised)).toBe(false);
});
test('two that are open clash', () => {
  expect(promisesClash(promised, after())).toBe(true);
});
