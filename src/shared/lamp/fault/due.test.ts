import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ClockTime, Day, instantOf } from '../../lighting/local-time.ts';
import { nightDayOf, nightOf } from '../../lighting/night.ts';
import { LightingPlanFile } from '../../lighting/plan-file.ts';
import { dueBySun, dueOf, sunAt } from './due.ts';

const PARIS = 'Europe/Paris';
const plan = LightingPlanFile.parse(parse(readFileSync('resources/lighting/plan.yaml', 'utf8')));
const margins = { programMs: 10 * 60_000, sunMs: 45 * 60_000 };
const at = (clock: string, day = '2026-11-24') => instantOf(Day.parse(day), clock as ClockTime, PARIS);
const calendar = plan.calendars[0]!;
const due = (time: number, floor = 0) =>
  dueOf(nightOf({ ...plan, timeZone: PARIS }, calendar, nightDayOf(time, PARIS))!, floor, time, margins);

// In Dijon on 24 November 2026 the sun sets at 16:49 and it is dark from 17:21; it rises at 07:57.
describe('what a programme wants', () => {
  it('is nothing by day', () => {
    expect(due(at('12:30'))).toEqual({ least: 0, most: 0, sun: 'day' });
    expect(due(at('11:00'))).toEqual({ least: 0, most: 0, sun: 'day' });
  });

  it('is light at night, at the lower of two levels where they change', () => {
    expect(due(at('20:00'))).toMatchObject({ least: 100, sun: 'dark' });
    expect(due(at('23:05'))).toMatchObject({ least: 80, most: 100, sun: 'dark' });
  });

  it('is not certain about dusk and dawn', () => {
    expect(due(at('16:55'))).toMatchObject({ least: 0, sun: 'turning' });
    expect(due(at('07:50'))).toMatchObject({ sun: 'turning' });
  });

  it('never wants more at its least than at its most, nor light in full sun', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('00:00', '2026-01-01'), max: at('00:00', '2027-01-01') }), (time) => {
        const { least, most, sun } = due(time, 30);
        expect(least).toBeLessThanOrEqual(most);
        if (sun === 'day') expect(most).toBe(0);
        if (sun === 'dark') expect(least).toBeGreaterThanOrEqual(30);
      }),
    );
  });
});

describe('without a programme', () => {
  const bySun = (clock: string, darkDecides: boolean) =>
    dueBySun(sunAt([5.04, 47.32], at(clock), PARIS)!, at(clock), margins, darkDecides);

  it('the sun decides: off by day, and in the dark only where that is said of the city', () => {
    expect(bySun('12:30', false)).toEqual({ least: 0, most: 0, sun: 'day' });
    expect(bySun('22:00', true)).toMatchObject({ least: 1, sun: 'dark' });
    expect(bySun('22:00', false)).toMatchObject({ least: 0, sun: 'dark' });
    expect(bySun('17:00', true)).toMatchObject({ least: 0, sun: 'turning' });
  });

  it('says nothing where the sun does not set', () => {
    expect(sunAt([25, 68], at('12:00', '2026-06-20'), PARIS)).toBeUndefined();
  });
});
