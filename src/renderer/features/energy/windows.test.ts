import { expect, it } from 'vitest';
import { LONGEST_DAYS } from '../../../shared/wire/energy.ts';
import { WINDOWS, wishOf, yearWish } from './windows.ts';

const clocks = (said: string, aheadMinutes = 0) => ({
  now: Date.parse(said),
  timeZone: 'Europe/Paris',
  aheadMinutes,
});

it('asks for the night that is, by day for the one before, and for whole days up to yesterday', () => {
  expect(wishOf('night', clocks('2026-11-25T02:10:00Z'))).toMatchObject({ from: '2026-11-24' });
  expect(wishOf('night', clocks('2026-11-25T13:00:00Z'))).toMatchObject({ from: '2026-11-24' });
  expect(wishOf('night', clocks('2026-11-25T18:00:00Z'))).toMatchObject({ from: '2026-11-25' });
  expect(wishOf('night', clocks('2026-11-25T13:00:00Z', 12 * 60))).toMatchObject({ from: '2026-11-25' });
  expect(wishOf('week', clocks('2026-11-25T02:10:00Z'))).toEqual({
    by: 'street',
    from: '2026-11-18',
    to: '2026-11-24',
  });
  // On the first of January the year is the one that is over.
  expect(wishOf('year', clocks('2027-01-01T10:00:00Z'))).toMatchObject({
    from: '2026-01-01',
    to: '2026-12-31',
  });
});

it('never asks for more than is answered', () => {
  for (const now of ['2026-11-25T02:10:00Z', '2028-12-31T22:00:00Z', '2028-12-31T23:30:00Z'])
    for (const { by, from, to } of [
      ...WINDOWS.map((one) => wishOf(one, clocks(now))),
      yearWish(Date.parse(now), 'Europe/Paris'),
    ])
      expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBeLessThanOrEqual(LONGEST_DAYS[by]);
});

it('a year is twelve months from the first of one', () => {
  expect(yearWish(Date.parse('2026-11-25T02:10:00Z'), 'Europe/Paris')).toMatchObject({ from: '2025-12-01' });
  expect(yearWish(Date.parse('2026-12-25T02:10:00Z'), 'Europe/Paris')).toMatchObject({ from: '2026-01-01' });
});
