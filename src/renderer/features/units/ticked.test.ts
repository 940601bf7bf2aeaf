import { expect, test } from 'vitest';
import { isProposedSince, ticked } from './ticked.ts';

const fleet = ['PM 07', 'PM 12', 'PM 21'];
const opened = { opened: 'PM 21', chosen: [] };

test('a form once opened sends what it was opened with, whatever is proposed since, and says that', () => {
  expect(ticked(opened, fleet)).toEqual(['PM 21']);
  expect(isProposedSince(opened, 'PM 21')).toBe(false);
  expect(isProposedSince(opened, 'PM 05')).toBe(true);
  expect(isProposedSince(opened, undefined)).toBe(false);
});

test('opened with no proposal, it waits for the operator’s hand', () => {
  const none = { opened: undefined, chosen: [] };
  expect(ticked(none, fleet)).toEqual([]);
  expect(isProposedSince(none, 'PM 05')).toBe(true);
});

test('what the operator has ticked takes the place of the proposal', () => {
  expect(ticked({ ...opened, chosen: ['PM 12', 'PM 07'] }, fleet)).toEqual(['PM 12', 'PM 07']);
});

test('who has gone off duty meanwhile is sent no more', () => {
  expect(ticked(opened, ['PM 07'])).toEqual([]);
});
