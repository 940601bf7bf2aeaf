import { describe, expect, test } from 'vitest';
import { instant } from '../wire/time.ts';
import { hearingOf, presenceOf, SILENT_MS, whereabouts } from './presence.ts';
import { SeatSeen } from './seen.ts';

const NOW = 1_000_000;
const seen = (seat: string, over: object = {}) =>
  SeatSeen.parse({ seat, up: true, person: 'p-1', pending: 0, lastSeq: 7, heardAt: instant(NOW), ...over });
const up = (from: number, now = NOW) =>
  hearingOf({ kind: 'up', since: instant(from), heardAt: instant(now) }, now);

describe('a seat', () => {
  test('is here while it says so', () => expect(presenceOf(seen('1'), up(0))).toBe('here'));
  test('is silent when it has not said so for too long', () => {
    expect(presenceOf(seen('1'), up(0, NOW + SILENT_MS - 1))).toBe('here');
    expect(presenceOf(seen('1'), up(0, NOW + SILENT_MS))).toBe('silent');
  });
  test('is gone by its will', () => expect(presenceOf(seen('1', { up: false }), up(0))).toBe('gone'));
  test('that only the broker remembers is not sure, and silent after its time', () => {
    const retained = seen('1', { heardAt: undefined });
    expect(presenceOf(retained, up(NOW - 5_000))).toBe('unsure');
    expect(presenceOf(retained, up(NOW - SILENT_MS))).toBe('silent');
  });
  test('that left as the broker was stopped is gone once it had the time to come back, and not before', () => {
    const doubted = seen('1', { saidGone: true });
    expect(presenceOf(doubted, up(NOW + 5_000, NOW + 6_000))).toBe('unsure');
    expect(presenceOf(doubted, up(NOW + 5_000, NOW + 5_000 + SILENT_MS))).toBe('gone');
    expect(presenceOf(seen('1'), up(NOW + 5_000, NOW + 5_000 + SILENT_MS))).toBe('silent');
    expect(whereabouts('p-1', [doubted], up(NOW + 5_000, NOW + 5_000 + SILENT_MS))).toEqual({
      seats: [],
      leftAt: instant(NOW),
    });
  });
  test('is not silent because nobody could hear it: after a cut it is not sure at first', () =>
    expect(presenceOf(seen('1'), up(NOW + 60_000, NOW + 61_000))).toBe('unsure'));
  test('stays what it was while this seat hears nobody', () => {
    const lost = hearingOf({ kind: 'lost', since: instant(NOW + 10_000) }, NOW + 3_600_000);
    expect(presenceOf(seen('1'), lost)).toBe('here');
    expect(presenceOf(seen('1', { heardAt: instant(NOW - SILENT_MS) }), lost)).toBe('silent');
  });
  test('of which nothing can be known is not sure', () =>
    expect(presenceOf(seen('1'), hearingOf({ kind: 'unknown', since: instant(0) }, NOW))).toBe('unsure'));
});

describe('a person', () => {
  test('may sit at several seats', () => {
    const seats = [seen('1'), seen('2'), seen('3', { person: 'p-2' })];
    expect(whereabouts('p-1', seats, up(0)).seats.map(({ seat }) => seat)).toEqual(['1', '2']);
  });
  test('who left is told since when, the latest of all seats', () => {
    const last = (at: number) => ({ person: 'p-1', at: instant(at) });
    const seats = [
      seen('1', { up: false, person: undefined, last: last(500) }),
      seen('2', { person: 'p-2', last: last(700) }),
      seen('3', { person: 'p-3', last: { person: 'p-4', at: instant(900) } }),
    ];
    expect(whereabouts('p-1', seats, up(0))).toEqual({ seats: [], leftAt: instant(700) });
  });
  test('at a seat that fell silent sits nowhere since its last word', () =>
    expect(whereabouts('p-1', [seen('1')], up(0, NOW + SILENT_MS))).toEqual({
      seats: [],
      leftAt: instant(NOW),
    }));
  test('nobody ever saw is nowhere', () =>
    expect(whereabouts('p-9', [seen('1')], up(0))).toEqual({ seats: [] }));
});
