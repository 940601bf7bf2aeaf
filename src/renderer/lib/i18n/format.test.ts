import { afterEach, describe, expect, test } from 'vitest';
import type { Day } from '../../../shared/lighting/local-time.ts';
import {
  clockHour,
  clockMinute,
  clockTime,
  dateLines,
  dateOfDay,
  duration,
  megabytes,
  momentOf,
  queueAge,
  roomDay,
  roundDuration,
  stopwatch,
  wholeDate,
  wholeDuration,
  wholeNumber,
  withMinus,
} from './format.ts';
import { createTranslate } from './index.tsx';
import { machineZone, showZone } from './zone.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
/** 03:07:42 in Paris. */
const at = Date.UTC(2026, 10, 24, 2, 7, 42);

afterEach(() => showZone(machineZone()));

describe('times are the room’s, whatever this computer is set to', () => {
  test('a clock time has two digits everywhere', () => {
    showZone('Europe/Paris');
    expect([clockTime(at), clockMinute(at), clockHour(at)]).toEqual(['03:07:42', '03:07', 3]);
  });
  test('another day is named, and where it begins is the room’s too', () => {
    showZone('Europe/Paris');
    expect(momentOf(at, at + 3_600_000, 'fr')).toBe('03:07:42');
    expect(plain(momentOf(at, at + 86_400_000, 'fr'))).toBe('24 nov. 03:07:42');
    const midnight = Date.UTC(2026, 10, 23, 23);
    expect(momentOf(midnight, at, 'fr')).toBe('00:00:00');
    expect(plain(momentOf(midnight - 1_000, at, 'fr'))).toBe('23 nov. 23:59:59');
    expect(plain(wholeDate(midnight, 'fr'))).toBe('24 novembre 2026');
    expect(roomDay(midnight)).toBe('2026-11-24');
  });
  test.each([
    ['Pacific/Auckland', '15:07:42', '24 novembre 2026', 'mar. 24'],
    ['America/Los_Angeles', '18:07:42', '23 novembre 2026', 'lun. 23'],
  ])('in %s', (zone, time, date, line) => {
    showZone(zone);
    expect([clockTime(at), plain(wholeDate(at, 'fr'))]).toEqual([time, date]);
    expect(dateLines(roomDay(at), 'fr')[0]).toBe(line);
  });
  test('summer time of the room is followed', () => {
    showZone('Europe/Paris');
    expect(clockTime(Date.UTC(2026, 5, 24, 2))).toBe('04:00:00');
  });
  test('a day of the calendar is the same in every zone', () => {
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      showZone(zone);
      expect(dateOfDay('2026-11-24' as Day, 'fr', { weekday: 'short', day: 'numeric' })).toBe('mar. 24');
    }
  });
});

describe('lengths of time', () => {
  test.each([
    [430, '0,4 s'],
    [12_900, '12 s'],
    [242_000, '4 min 02 s'],
    [7_800_000, '2 h 10'],
    [274_000_000, '3 j 4 h'],
    [-5, '0,0 s'],
  ])('%d ms is said « %s »', (ms, said) => expect(plain(duration(ms, 'fr'))).toBe(said));
  test('English writes a point', () => expect(plain(duration(430, 'en'))).toBe('0.4 s'));
  test('counted seconds are whole', () => expect(plain(wholeDuration(4_900, 'fr'))).toBe('4 s'));
  test('units never break from their figure', () => expect(duration(242_000, 'fr')).toContain('4\u00a0min'));
  test('a stopwatch runs past the hour', () => expect(stopwatch(3_852_000)).toBe('1:04:12'));
  test('targets are short', () =>
    expect([60_000, 86_400_000].map((ms) => plain(roundDuration(ms)))).toEqual(['1 min', '24 h']));
  test('the queue counts seconds only for what presses', () => {
    expect(queueAge(410_000, 2, 'fr')).toBe('06:50');
    expect(plain(queueAge(720_000, 3, 'fr'))).toBe('12 min');
    expect(plain(queueAge(7_800_000, 1, 'fr'))).toBe('2 h 10');
  });
});

describe('volumes', () => {
  test.each([
    [0, '0,0'],
    [40_960, '0,1'],
    [412_000, '0,4'],
    [7_250_000, '7,3'],
  ])('%d bytes are said « %s » Mo', (bytes, said) => expect(megabytes(bytes, 'fr')).toBe(said));
});

test.each([
  ['-0,922 kWh', '\u22120,922 kWh'],
  ['de -12 à -3', 'de \u221212 à \u22123'],
  ['2026-0413, ARM-21-0140', '2026-0413, ARM-21-0140'],
])('negative numbers in « %s » have a minus, names keep their hyphens', (plain, right) =>
  expect(withMinus(plain)).toBe(right),
);

test.each([
  ['-0', '0'],
  ['-0,0 %', '0,0 %'],
  ['-0.00 and -1', '0.00 and \u22121'],
  ['-0,05', '\u22120,05'],
  ['-0.5', '\u22120.5'],
])('what is rounded to nothing has no sign: %s', (text, right) => expect(withMinus(text)).toBe(right));

test('a text with a negative value says it with a minus, whichever way it is formatted', () => {
  const t = createTranslate('fr');
  expect(wholeNumber(-12, 'fr')).toBe('\u221212');
  expect(t('map.lamp.onAt', { level: -3 })).toContain('\u22123');
  expect(t('selection.level', { level: -3 })).toContain('\u22123');
});
