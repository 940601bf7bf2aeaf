import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClockTime, clockOf, type Day, dayOf, daysAfter, instantOf } from './local-time.ts';

const PARIS = 'Europe/Paris';
const at = (day: string, clock: string, zone = PARIS) =>
  new Date(instantOf(day as Day, clock as ClockTime, zone)).toISOString();
const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 });

describe('when the wall says so', () => {
  test.each([
    ['2026-01-15', '22:30', '2026-01-15T21:30:00.000Z'],
    ['2026-07-15', '22:30', '2026-07-15T20:30:00.000Z'],
    // 29 March: 02:00 → 03:00. What is leapt over comes as much after the leap.
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    // 25 October: 03:00 → 02:00. What comes twice is meant the first time.
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s %s is %s', (day, clock, expected) => expect(at(day, clock)).toBe(expected));

  test('in zones on either side of UTC', () => {
    expect(at('2026-06-01', '00:15', 'Pacific/Auckland')).toBe('2026-05-31T12:15:00.000Z');
    expect(at('2026-06-01', '23:15', 'America/New_York')).toBe('2026-06-02T03:15:00.000Z');
  });

  test('an instant’s day and clock lead back to it, or to the same wall an hour before', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(PARIS, 'UTC', 'America/New_York'), (minute, zone) => {
        const time = minute * 60_000;
        const back = instantOf(dayOf(time, zone), clockOf(time, zone), zone);
        expect([0, 3_600_000]).toContain(time - back);
        expect(clockOf(back, zone)).toBe(clockOf(time, zone));
      }),
    );
  });
});

test('days go on over months and changes of the clock', () => {
  expect(daysAfter('2026-03-28' as Day, 1)).toBe('2026-03-29');
  expect(daysAfter('2026-12-31' as Day, 1)).toBe('2027-01-01');
  expect(daysAfter('2026-03-01' as Day, -1)).toBe('2026-02-28');
});
