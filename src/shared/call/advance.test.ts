import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeatId, TicketId } from '../ids.ts';
import { instant } from '../wire/time.ts';
import { advanceCall, agedCall } from './advance.ts';
import { QUIET_MS, quietSince, RoomCall, ringsAt } from './model.ts';

const limits = { unanswered: 60_000, shown: 30_000 };
const word = (status: 'ringing' | 'answered' | 'ended') => ({ callId: 'C-1', status, number: '0612345678' });
const after = (...words: readonly ('ringing' | 'answered' | 'ended')[]) =>
  words.reduce<{ call: RoomCall | undefined; opened: string[] }>(
    ({ call, opened }, status, n) => {
      const next = advanceCall(call, word(status), instant(n * 1_000), undefined);
      if (next === undefined) return { call, opened };
      const ticket = next.opens === undefined ? next.call.ticket : TicketId.parse('T-1');
      const made = next.opens === undefined ? opened : [...opened, next.opens];
      return { call: { ...next.call, ...(ticket && { ticket }) }, opened: made };
    },
    { call: undefined, opened: [] },
  );

test.each([
  ['rings: no ticket yet', ['ringing'], 'ringing', []],
  ['rings twice', ['ringing', 'ringing'], 'ringing', []],
  ['answered on a telephone of nobody’s seat', ['ringing', 'answered'], 'answered', ['answered']],
  ['answered is the first that came through', ['answered', 'ringing'], 'answered', ['answered']],
  ['hung up before anybody answered', ['ringing', 'ended'], 'ended', ['missed']],
  ['ends', ['ringing', 'answered', 'ended', 'ended'], 'ended', ['answered']],
  ['answered after its end changes nothing', ['ringing', 'ended', 'answered'], 'ended', ['missed']],
] as const)('%s', (_name, words, status, opened) => {
  const { call, opened: made } = after(...words);
  expect(call?.status).toBe(status);
  expect(made).toEqual(opened);
});

test('one that ended before anybody heard of it is nothing', () =>
  expect(after('ended').call).toBeUndefined());

test('however its messages come, it opens one ticket at most and never goes back', () => {
  const order = ['ringing', 'answered', 'ended'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom('ringing', 'answered', 'ended'), { maxLength: 12 }), (words) => {
      expect(after(...words).opened.length).toBeLessThanOrEqual(1);
      const seen = words.map((_, n) => after(...words.slice(0, n + 1)).call?.status ?? 'ringing');
      const ranks = seen.map((status) => order.indexOf(status));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      const { call } = after(...words);
      if (call !== undefined) RoomCall.parse(call);
    }),
  );
});

test('rung too long it opens its ticket and still rings; after its end it is forgotten', () => {
  const { call } = after('ringing');
  expect(agedCall(call!, instant(59_999), limits)).toBeUndefined();
  const late = agedCall(call!, instant(60_000), limits);
  expect(late).toMatchObject({ opens: 'missed', call: { status: 'ringing', missed: true } });
  const kept = { ...call!, ticket: TicketId.parse('T-1') };
  expect(agedCall(kept, instant(61_000), limits)).toBeUndefined();
  expect(agedCall(kept, instant(600_000), limits)).toEqual({
    call: { ...kept, status: 'ended', since: instant(600_000), missed: true },
  });
  const ended = after('ringing', 'answered', 'ended').call!;
  expect(agedCall(ended, instant(31_999), limits)).toBeUndefined();
  expect(agedCall(ended, instant(32_000), limits)).toBe('gone');
});

test('it rings where its line says, or everywhere, and only while it rings', () => {
  const { call } = after('ringing');
  expect(ringsAt(call!, 'seat-01')).toBe(true);
  const there = { ...call!, seats: [SeatId.parse('seat-02')] };
  expect([ringsAt(there, 'seat-01'), ringsAt(there, 'seat-02')]).toEqual([false, true]);
  expect(ringsAt({ ...call!, status: 'answered' }, 'seat-01')).toBe(false);
});

test('a call that telephony says no more of is quiet; said again it is heard of again, and not written each time', () => {
  const rung = advanceCall(undefined, word('ringing'), instant(0), undefined)!.call;
  expect(quietSince(rung, QUIET_MS)).toBeUndefined();
  expect(quietSince(rung, QUIET_MS + 1)).toBe(0);
  expect(advanceCall(rung, word('ringing'), instant(10_000), undefined)).toBeUndefined();
  const again = advanceCall(rung, word('ringing'), instant(30_000), undefined)!.call;
  expect(again).toEqual({ ...rung, heardAt: instant(30_000) });
  expect(quietSince(again, 30_000 + QUIET_MS)).toBeUndefined();
  expect(quietSince({ ...again, status: 'ended' }, 9_000_000)).toBeUndefined();
});
