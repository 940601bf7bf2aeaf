import { expect, test } from 'vitest';
import { QUIET_MS, type RoomCall } from '../../../shared/call/model.ts';
import { connectingFor, goneLately, ringingAt } from './rings.ts';

const call = (id: string, rangAt: string, more: object = {}) =>
  ({ id, status: 'ringing', rangAt, ...more }) as RoomCall;
const at = (calls: readonly RoomCall[]) => ringingAt(calls, 'seat-01', 0).map(({ id }) => id);

test('who has waited longest is first; what rings elsewhere or no more is not shown', () =>
  expect(
    at([
      call('C-3', '3'),
      call('C-1', '1'),
      call('C-2', '2', { seats: ['seat-02'] }),
      call('C-0', '0', { status: 'answered' }),
    ]),
  ).toEqual(['C-1', 'C-3']));

test('who is heard of comes before a line that has gone quiet, however long that has rung', () => {
  const heard = (n: number) => ({ heardAt: new Date(n).toISOString() });
  const calls = [call('C-1', '1', heard(0)), call('C-2', '2', heard(QUIET_MS))];
  expect(ringingAt(calls, 'seat-01', QUIET_MS + 1).map(({ id }) => id)).toEqual(['C-2', 'C-1']);
  expect(ringingAt(calls, 'seat-01', QUIET_MS).map(({ id }) => id)).toEqual(['C-1', 'C-2']);
});

test('a call is being connected until telephony says so, at the seat that took it', () => {
  const taken = call('C-1', '1', { status: 'answered', answeredBy: { seat: 'seat-01', person: 'p-1' } });
  expect(connectingFor([taken], 'seat-01')).toBe(taken);
  expect(connectingFor([taken], 'seat-02')).toBeUndefined();
  expect(connectingFor([{ ...taken, connectedAt: '2' as never }], 'seat-01')).toBeUndefined();
});

test('the call that rang here last is known for ten seconds, whether it ended or somebody took it', () => {
  const second = (n: number) => new Date(1_000 * n).toISOString();
  const ended = call('C-1', second(0), { status: 'ended', since: second(20) });
  const taken = call('C-2', second(0), { status: 'answered', since: second(22) });
  const elsewhere = call('C-3', second(0), { status: 'ended', since: second(23), seats: ['seat-02'] });
  const rings = call('C-4', second(0), { since: second(24) });
  const gone = (now: number) => goneLately([ended, taken, elsewhere, rings], 'seat-01', now * 1_000)?.id;
  expect(gone(25)).toBe('C-2');
  expect(gone(32)).toBe('C-2');
  expect(goneLately([ended], 'seat-01', 30_000)?.id).toBe('C-1');
  expect(gone(33)).toBeUndefined();
});
