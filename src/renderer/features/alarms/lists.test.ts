import { expect, test } from 'vitest';
import { ALARM_START, someAlarm } from '../../../../tests/support/alarm.ts';
import { instant } from '../../../shared/wire/time.ts';
import { listsOf, neighbour, passes } from './lists.ts';

const at = (minute: number) => instant(ALARM_START + minute * 60_000);
const over = { active: false, returnedAt: at(5) };
const some = [
  someAlarm({ id: 'a', state: 'normal', ...over }),
  someAlarm({ id: 'b', state: 'returned', ...over }),
  someAlarm({ id: 'c', raisedAt: at(3) }),
  someAlarm({ id: 'd', raisedAt: at(2) }),
  someAlarm({ id: 'e', state: 'acknowledged' }),
];

test('lists what waits first, what stands before what is over, the oldest before the younger', () => {
  expect(listsOf(some).map(({ id, alarms }) => [id, alarms.map((alarm) => alarm.id).join('')])).toEqual([
    ['waiting', 'dcb'],
    ['acknowledged', 'e'],
    ['normal', 'a'],
  ]);
  expect(listsOf([])).toEqual([]);
});

test('goes from line to line over all lists, and stays at both ends', () => {
  const lists = listsOf(some);
  const walk = ['d', 'c', 'b', 'e', 'a'];
  expect(neighbour(lists, undefined, 1)).toBe('d');
  for (const [i, id] of walk.entries()) {
    expect(neighbour(lists, id, 1)).toBe(walk[i + 1] ?? 'a');
    expect(neighbour(lists, id, -1)).toBe(walk[i - 1] ?? 'd');
  }
  expect(neighbour(lists, 'gone', 1)).toBe('d');
  expect(neighbour([], undefined, 1)).toBeUndefined();
});

test('filters what chatters and what is stale', () => {
  const now = ALARM_START + 25 * 3_600_000;
  expect(some.filter((alarm) => passes(alarm, 'stale', now)).map(({ id }) => id)).toEqual(['c', 'd', 'e']);
  const transitions = [0, 1, 2].map((i) => ({ at: instant(now - i * 1_000), active: i !== 1 })).toReversed();
  expect(passes(someAlarm({ transitions }), 'chattering', now)).toBe(true);
  expect(passes(someAlarm(), 'chattering', now)).toBe(false);
});
