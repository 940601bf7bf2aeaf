import { expect, test } from 'vitest';
import type { ClockTime, Day } from '../../../shared/lighting/local-time.ts';
import { dayOfWords, latestNights, momentOfNight, replayNight, wordsOfDay } from './nights.ts';

const place = { timeZone: 'Europe/Paris', position: [5.0415, 47.322], aheadMinutes: 0 } as const;
const day = '2026-11-24' as Day;
const utc = (iso: string) => Date.parse(`${iso}Z`);

test('a night lasts from noon to noon, the sun sets and rises in it', () => {
  const night = replayNight(day, place);
  expect([night.from, night.to]).toEqual([utc('2026-11-24T11:00'), utc('2026-11-25T11:00')]);
  expect(night.dusk).toBeGreaterThan(utc('2026-11-24T15:30'));
  expect(night.dusk).toBeLessThan(utc('2026-11-24T16:30'));
  expect(night.dawn - night.dusk).toBeGreaterThan(14 * 3_600_000);
});

test('where lamps live ahead of the clock, so does their sun', () => {
  const night = replayNight(day, { ...place, aheadMinutes: 60 });
  expect(night.dusk).toBe(replayNight(day, place).dusk - 3_600_000);
});

test('the night in which clocks are put back is an hour longer', () => {
  const { from, to } = replayNight('2026-10-24' as Day, place);
  expect((to - from) / 3_600_000).toBe(25);
});

test('« mardi à 02 h 10 » is in the night that began on Monday evening', () => {
  const monday = replayNight('2026-11-23' as Day, place);
  expect(momentOfNight(monday, '02:10' as ClockTime, place)).toBe(utc('2026-11-24T01:10'));
  expect(momentOfNight(monday, '22:00' as ClockTime, place)).toBe(utc('2026-11-23T21:00'));
});

test('the latest nights begin with the one that runs, also after midnight', () =>
  expect(latestNights(utc('2026-11-24T02:00'), 3, place)).toEqual([
    '2026-11-23',
    '2026-11-22',
    '2026-11-21',
  ]));

test.each([
  ['24/11/2026', '2026-11-24'],
  ['4/1/2026', '2026-01-04'],
  ['31/02/2026', undefined],
  ['24/11', undefined],
  ['2026-11-24', undefined],
])('« %s » is the day %s', (words, wanted) => expect(dayOfWords(words)).toBe(wanted));
test('a day is read as it is written', () => expect(dayOfWords(wordsOfDay(day))).toBe(day));
