import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Position } from '../geo/position.ts';
import type { ClockTime } from './local-time.ts';
import { clockOf } from './local-time.ts';
import { endOf, type Until } from './until.ts';

const DIJON: Position = [5.04, 47.32];
const ZONE = 'Europe/Paris';
const at = (said: string) => Date.parse(said);
const end = (until: Until, now: string) => new Date(endOf(until, at(now), DIJON, ZONE)).toISOString();

test.each([
  [{ kind: 'minutes', minutes: 60 }, '2026-11-24T02:00:00Z', '2026-11-24T03:00:00.000Z'],
  [{ kind: 'clock', at: '05:30' as ClockTime }, '2026-11-24T02:00:00Z', '2026-11-24T04:30:00.000Z'],
  [{ kind: 'clock', at: '05:30' as ClockTime }, '2026-11-24T04:30:00Z', '2026-11-25T04:30:00.000Z'],
  // In the night when summer time ends the same words are an hour later.
  [{ kind: 'clock', at: '05:30' as ClockTime }, '2026-10-24T22:30:00Z', '2026-10-25T04:30:00.000Z'],
] as const)('%o said at %s is %s', (until, now, then) => expect(end(until, now)).toBe(then));

test('dawn is the next one: near eight at the end of November, by night and in the evening alike', () => {
  expect(end({ kind: 'dawn' }, '2026-11-24T02:00:00Z')).toMatch(/^2026-11-24T0(6:5|7:0)/);
  expect(end({ kind: 'dawn' }, '2026-11-23T18:00:00Z')).toMatch(/^2026-11-24T0(6:5|7:0)/);
  expect(end({ kind: 'dawn' }, '2026-11-24T09:00:00Z')).toMatch(/^2026-11-25T0(6:5|7:0)/);
});

test('an end is always to come, and within a day and an hour', () => {
  const minute = fc.integer({ min: 0, max: 1_439 });
  fc.assert(
    fc.property(
      fc.integer({ min: at('2026-01-01'), max: at('2027-01-01') }),
      minute,
      fc.boolean(),
      (now, of, dawn) => {
        const clock =
          `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}` as ClockTime;
        const then = endOf(dawn ? { kind: 'dawn' } : { kind: 'clock', at: clock }, now, DIJON, ZONE);
        expect(then).toBeGreaterThan(now);
        expect(then - now).toBeLessThanOrEqual(25 * 3_600_000);
        const skipped = clock >= '02:00' && clock < '03:00';
        if (!dawn && !skipped) expect(clockOf(then, ZONE)).toBe(clock);
      },
    ),
  );
});
