import { expect, it } from 'vitest';
import type { Day } from '../lighting/local-time.ts';
import { daysAfter } from '../lighting/local-time.ts';
import { instant } from '../wire/time.ts';
import { periodsOf } from './periods.ts';
import { referenceNights, spanOf } from './reference-night.ts';
import { NOTHING } from './sums.ts';

const PARIS = 'Europe/Paris';
const DIJON = [5.0415, 47.322] as const;
const HOUR = 3_600_000;
const day = (said: string) => said as Day;
const hoursOf = ({ from, to }: { readonly from: number; readonly to: number }) => (to - from) / HOUR;

it('a day on which the clocks change has 23 or 25 hours, and its night one less or more', () => {
  expect(['2026-03-28', '2026-03-29', '2026-10-25'].map((on) => hoursOf(spanOf(day(on), PARIS)))).toEqual([
    24, 23, 25,
  ]);
});

it('a night is as long as its published sunset and sunrise say', () => {
  const hours = referenceNights([...DIJON], PARIS);
  const night = (from: string, to: string) => hours(Date.parse(from), Date.parse(to));
  // Ouest-France (see ../lighting/sun.test.ts): sunset 19:20 on 1 October 2019, sunrise 07:39 on the 2nd.
  expect(Math.abs(night('2019-10-01T10:00Z', '2019-10-02T10:00Z') - (12 + 19 / 60))).toBeLessThan(2 / 60);
  expect(night('2019-10-01T10:00Z', '2019-10-01T15:00Z')).toBe(0);
});

it('hours of the night are the same however a year is cut', () => {
  const hours = referenceNights([...DIJON], PARIS);
  const from = spanOf(day('2026-01-01'), PARIS).from;
  const to = spanOf(day('2026-12-31'), PARIS).to;
  let days = 0;
  for (let on = day('2026-01-01'); on <= '2026-12-31'; on = daysAfter(on, 1)) {
    const span = spanOf(on, PARIS);
    days += hours(span.from, span.to);
  }
  let singly = 0;
  for (let at = from; at < to; at += HOUR) singly += hours(at, at + HOUR);
  expect(days).toBeCloseTo(hours(from, to), 6);
  expect(singly).toBeCloseTo(days, 6);
  expect(days).toBeGreaterThan(4_200);
  expect(days).toBeLessThan(4_400);
});

it('what nobody counted in a period is unknown in it, and no day is counted twice', () => {
  const asOf = Date.parse('2026-11-28T05:30:00Z');
  const sums = (meter: number) => ({ ...NOTHING, lamps: 20, known: 20, meter });
  const { periods, days, hours } = periodsOf({
    days: [
      { day: day('2026-11-26'), sums: sums(7) },
      { day: day('2026-11-27'), sums: sums(5) },
      { day: day('2026-11-28'), sums: sums(99) }, // this one is still running: its hours say it
    ],
    hours: [
      { at: instant(Date.parse('2026-11-27T22:00:00Z')), sums: sums(3) }, // 23 h there: yesterday's
      { at: instant(Date.parse('2026-11-27T23:00:00Z')), sums: sums(1) },
      { at: instant(Date.parse('2026-11-28T05:00:00Z')), sums: sums(1) },
    ],
    lamps: 10,
    asOf,
    timeZone: PARIS,
  });
  expect(periods.today).toMatchObject({ meter: 2, known: 40, lamps: 65 });
  expect(periods.yesterday).toMatchObject({ meter: 5, known: 20, lamps: 240 });
  expect(periods.month).toMatchObject({ meter: 14 });
  expect(periods.year).toEqual(periods.month);
  expect(days.map((one) => one.sums.meter)).toEqual([7, 5, 2]);
  expect(hours.map(({ at }) => at)).toEqual(['2026-11-27T22:00:00.000Z', '2026-11-27T23:00:00.000Z']);
});
