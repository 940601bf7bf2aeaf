import { expect, test } from 'vitest';
import { ticket as sampleTicket } from '../../../tests/support/ticket.ts';
import { instant } from '../wire/time.ts';
import { returnedByItself } from './returned.ts';

const NOON = Date.UTC(2026, 10, 24, 11);
const MINUTE = 60_000;
/** Out since noon, back after seven minutes. */
const back = (more: object = {}) =>
  sampleTicket('T-1', {
    openedAt: instant(NOON),
    returned: { at: instant(NOON + 7 * MINUTE), condition: 'supply' },
    ...more,
  });
const going = (state: string) => ({ assignments: [{ unit: 'E1', state, at: instant(NOON), cmd: CMD }] });
const CMD = '018f0000-0000-7000-8000-000000000000';

test('says what was wrong, since when it is over and how long it had lasted', () => {
  expect(returnedByItself(back(), NOON + 10 * MINUTE)).toMatchObject({
    condition: 'supply',
    at: instant(NOON + 7 * MINUTE),
    minutes: 3,
    lasted: 7,
    recalled: 0,
    hindered: undefined,
  });
});

test.each([
  ['while it lasts', { returned: undefined }, 60],
  ['once it is closed', { state: 'closed' }, 60],
  ['while it may fail again at once', {}, 8.9],
  ['while somebody is there, who knows better', going('onSite'), 60],
])('is silent %s', (_when, more, minutes) =>
  expect(returnedByItself(back(more), NOON + minutes * MINUTE)).toBeUndefined(),
);

test('calls back who is on the way, and waits for who was promised a call', () => {
  expect(returnedByItself(back(going('accepted')), NOON + 10 * MINUTE)?.recalled).toBe(1);
  const callback = { due: instant(NOON), by: { seat: 'seat-01', person: 'p-1' } };
  expect(returnedByItself(back({ callback }), NOON + 10 * MINUTE)?.hindered).toBe('promise');
});
