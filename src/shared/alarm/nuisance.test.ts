import { expect, test } from 'vitest';
import { ALARM_START as NOW, someAlarm } from '../../../tests/support/alarm.ts';
import { instant } from '../wire/time.ts';
import { isChattering, isStale } from './nuisance.ts';

/** Seconds before now at which it changed, oldest first. */
const changing = (...seconds: readonly number[]) => ({
  transitions: seconds.map((s, i) => ({ at: instant(NOW - s * 1_000), active: i % 2 === 0 })),
});

test.each([
  ['three changes in a minute', changing(70, 40, 10), true],
  ['three changes in a little more', changing(71, 40, 10), false],
  ['two changes at once', changing(10, 10), false],
  ['three in a minute, half an hour ago', changing(1_860, 1_840, 1_820), true],
  ['three in a minute, more than an hour ago', changing(3_660, 3_640, 3_620), false],
  ['many slow ones and three quick ones', changing(900, 600, 300, 50, 30, 10), true],
])('%s: chattering is %s', (_name, alarm, expected) => expect(isChattering(alarm, NOW)).toBe(expected));

const HOUR = 3_600_000;
test.each([
  ['a day and a little', someAlarm({ raisedAt: instant(NOW - 25 * HOUR) }), true],
  ['acknowledged, as long', someAlarm({ raisedAt: instant(NOW - 25 * HOUR), state: 'acknowledged' }), true],
  ['less than a day', someAlarm({ raisedAt: instant(NOW - 23 * HOUR) }), false],
  ['over', someAlarm({ raisedAt: instant(NOW - 25 * HOUR), state: 'returned', active: false }), false],
])('%s: stale is %s', (_name, alarm, expected) => expect(isStale(alarm, NOW)).toBe(expected));
