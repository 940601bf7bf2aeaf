import { expect, test } from 'vitest';
import { dateOf } from './date.ts';

test.each([
  ['04/03/2021', '2021-03-04'],
  ['2021-03-04', '2021-03-04'],
  ['2021-03-04T08:02:21.753Z', '2021-03-04'],
  ['04/03/2021 00:00:00', '2021-03-04'],
  ['2021', '2021'],
  ['2021-03', '2021-03'],
  ['00/00/0000', undefined],
  ['31/02/2021', undefined],
  ['01/01/1900', undefined],
  ['04/03/21', '2021-03-04'],
  ['04/03/87', '1987-03-04'],
  ['19-03-12', undefined],
  ['20210304', '2021-03-04'],
  ['20210399', undefined],
  ['2012.0', '2012'],
  ['04/2027', '2027-04'],
  ['13/2027', undefined],
  // Midnight of 4 March 2021, by UTC and in France, in winter and in summer.
  [1_614_816_000_000, '2021-03-04'],
  [1_614_812_400_000, '2021-03-04'],
  ['1625090400000', '2021-07-01'],
  ['99999999999999', undefined],
  ['hier', undefined],
])('the date %j is %j', (written, date) => expect(dateOf(written)).toBe(date));

test.each([
  ['4/22/2007 0:00:00', '2007-04-22'],
  ['04/03/2021', '2021-04-03'],
  ['2021-03-04', '2021-03-04'],
  ['22/04/2007', undefined],
])('with the month first the date %j is %j', (written, date) =>
  expect(dateOf(written, 'monthFirst')).toBe(date),
);
