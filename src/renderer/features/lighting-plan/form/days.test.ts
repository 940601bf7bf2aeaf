import { expect, test } from 'vitest';
import { dayFrom, daysFrom, dayWords } from './days.ts';

test.each([
  ['14/07', '07-14'],
  ['5.12.2026', '2026-12-05'],
  ['29/02', '02-29'],
  ['29/02/2027', undefined],
  ['31/04', undefined],
  ['14', undefined],
  ['', undefined],
])('« %s » is %s', (words, day) => expect(dayFrom(words)).toBe(day));

test('what is shown is taken again', () => {
  for (const day of ['07-14', '2026-12-05']) expect(dayFrom(dayWords(day))).toBe(day);
  expect(daysFrom('14/07, 31/12')).toEqual(['07-14', '12-31']);
  expect(daysFrom('14/07, 3')).toBeUndefined();
  expect(daysFrom(' ')).toBeUndefined();
});
