import { describe, expect, test } from 'vitest';
import {
  clockTime,
  duration,
  megabytes,
  momentOf,
  queueAge,
  roundDuration,
  stopwatch,
  wholeDuration,
} from './format.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const at = new Date(2026, 10, 24, 3, 7, 42).getTime();

describe('times', () => {
  test('a clock time has two digits everywhere', () => expect(clockTime(at)).toBe('03:07:42'));
  test('another day is named', () => {
    expect(momentOf(at, at + 3_600_000, 'fr')).toBe('03:07:42');
    expect(plain(momentOf(at, at + 86_400_000, 'fr'))).toBe('24 nov. 03:07:42');
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
