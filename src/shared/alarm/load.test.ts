import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALARM_START as NOW } from '../../../tests/support/alarm.ts';
import { loadOf } from './load.ts';

const MINUTE = 60_000;
/** So many in the last ten minutes, and so many more earlier in the hour. */
const times = (late: number, early: number) => [
  ...Array.from({ length: late }, (_, i) => NOW - (i % 10) * MINUTE),
  ...Array.from({ length: early }, (_, i) => NOW - (11 + (i % 49)) * MINUTE),
];

test.each([
  ['silence', 0, 0, 1, 'acceptable'],
  ['one in ten minutes, hour after hour', 1, 5, 1, 'acceptable'],
  ['two at once', 2, 0, 1, 'acceptable'],
  ['seven in an hour', 1, 6, 1, 'manageable'],
  ['three at once', 3, 0, 1, 'manageable'],
  ['two in ten minutes, hour after hour', 2, 10, 1, 'manageable'],
  ['more than that', 2, 11, 1, 'demanding'],
  ['five at once', 5, 0, 1, 'demanding'],
  ['ten at once', 10, 0, 1, 'demanding'],
  ['eleven at once', 11, 0, 1, 'flood'],
  ['eleven at once for four people', 11, 0, 4, 'manageable'],
  ['one at once, and nobody there', 1, 0, 0, 'acceptable'],
] as const)('%s: %i late, %i earlier, %i people: %s', (_name, late, early, people, grade) => {
  expect(loadOf(times(late, early), NOW, people)).toEqual({ tenMinutes: late, hour: late + early, grade });
});

test('what is older than an hour counts no more, whatever the order, and more alarms never make a load lighter', () => {
  const order = ['acceptable', 'manageable', 'demanding', 'flood'];
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -120, max: 0 }), { maxLength: 40 }), fc.nat(), (minutes, pick) => {
      const all = minutes.map((minute) => NOW + minute * MINUTE);
      const load = loadOf(all, NOW);
      expect(load.hour).toBe(minutes.filter((minute) => minute > -60).length);
      expect(loadOf(all.toReversed(), NOW)).toEqual(load);
      const fewer = all.filter((_, i) => i !== pick % Math.max(1, all.length));
      expect(order.indexOf(loadOf(fewer, NOW).grade)).toBeLessThanOrEqual(order.indexOf(load.grade));
    }),
  );
});
