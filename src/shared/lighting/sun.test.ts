import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClockTime, type Day, daysAfter, instantOf } from './local-time.ts';
import { LightingPlan } from './model.ts';
import { MOST_LATITUDE, sunOfNight } from './sun.ts';

const DIJON = [5.0415, 47.322] as const;
const PARIS = 'Europe/Paris';

/**
 * Published: Ouest-France, « Heure lever et coucher soleil à Dijon »,
 * https://kalendrier.ouest-france.fr/heure-lever-coucher-soleil/2019/octobre/dijon.html and …/2023/avril/dijon.html,
 * …/2025/septembre/dijon.html. Day, sunrise, sunset.
 */
const PUBLISHED = [
  ['2019-10-01', '07:38', '19:20'],
  ['2019-10-02', '07:39', '19:18'],
  ['2019-10-05', '07:43', '19:12'],
  ['2019-10-07', '07:46', '19:08'],
  ['2023-04-01', '07:19', '20:08'],
  ['2023-04-03', '07:15', '20:11'],
  ['2023-04-06', '07:09', '20:15'],
  ['2023-04-08', '07:05', '20:18'],
  ['2025-09-01', '06:59', '20:20'],
  ['2025-09-03', '07:01', '20:16'],
  ['2025-09-05', '07:04', '20:12'],
  ['2025-09-07', '07:07', '20:08'],
] as const;

test.each(PUBLISHED)(
  'the sun of Dijon on %s rises at %s and sets at %s, within a minute',
  (on, rise, set) => {
    const day = on as Day;
    const published = (clock: string) => instantOf(day, clock as ClockTime, PARIS);
    const rises = sunOfNight(daysAfter(day, -1), DIJON, PARIS).dawn;
    const sets = sunOfNight(day, DIJON, PARIS).dusk;
    expect(Math.abs(rises - published(rise))).toBeLessThanOrEqual(60_000);
    expect(Math.abs(sets - published(set))).toBeLessThanOrEqual(60_000);
  },
);

const PARIS_PLACE = [2.3522, 48.8566] as const;
const ZURICH_PLACE = [8.5417, 47.3769] as const;

/**
 * Around the solstices, where the sun's edge goes down at its slowest. Published: pratique.fr « Les journées continuent de
 * raccourcir, mais le soleil se couche plus tard » (2014), parisdepeches.fr « C’est l’hiver » (2019), rtl.fr « Qu’est-ce que
 * le solstice d’hiver » (2021), lematin.ch « Soleil et chaleur pour débuter l’été » (2018). Day, place, sunrise, sunset.
 */
const AT_SOLSTICES = [
  ['2014-12-18', PARIS_PLACE, '08:40', '16:54'],
  ['2019-12-22', PARIS_PLACE, '08:42', '16:56'],
  ['2021-12-21', PARIS_PLACE, '08:41', '16:56'],
  ['2018-06-21', ZURICH_PLACE, '05:29', '21:26'],
] as const;

test.each(AT_SOLSTICES)(
  'around a solstice, %s at %o: rises at %s and sets at %s, within a minute',
  (on, place, rise, set) => {
    const day = on as Day;
    const published = (clock: string) => instantOf(day, clock as ClockTime, PARIS);
    const rises = sunOfNight(daysAfter(day, -1), place, PARIS).dawn;
    const sets = sunOfNight(day, place, PARIS).dusk;
    expect(Math.abs(rises - published(rise))).toBeLessThanOrEqual(60_000);
    expect(Math.abs(sets - published(set))).toBeLessThanOrEqual(60_000);
  },
);

test('each night of a year begins in its evening and ends in its morning, dark in between', () => {
  let day = '2026-01-01' as Day;
  for (let n = 0; n < 365; n++, day = daysAfter(day, 1)) {
    const { dusk, darkFrom, darkTo, dawn } = sunOfNight(day, DIJON, PARIS);
    const evening = instantOf(day, '16:00' as ClockTime, PARIS);
    expect([evening, dusk, darkFrom, darkTo, dawn].toSorted((a, b) => a - b)).toEqual([
      evening,
      dusk,
      darkFrom,
      darkTo,
      dawn,
    ]);
    expect(dawn).toBeLessThan(instantOf(daysAfter(day, 1), '09:00' as ClockTime, PARIS));
  }
});

/** Zones as far from their sun as there are; a plan's place and the hub's zone are set by different people. */
const ZONES = [
  PARIS,
  'UTC',
  'Asia/Shanghai',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'America/Anchorage',
] as const;

test('wherever a plan may be, each night has its dusk, its dark and its dawn, in that order, within a day', () => {
  const place = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -MOST_LATITUDE, max: MOST_LATITUDE, noNaN: true }),
  );
  const days = fc.integer({ min: 0, max: 30 * 366 }).map((n) => daysAfter('2020-01-01' as Day, n));
  fc.assert(
    fc.property(place, days, fc.constantFrom(...ZONES), (at, day, zone) => {
      const { dusk, darkFrom, darkTo, dawn } = sunOfNight(day, at, zone);
      expect(dusk).toBeLessThan(darkFrom);
      expect(darkFrom).toBeLessThan(darkTo);
      expect(darkTo).toBeLessThan(dawn);
      expect(dawn - dusk).toBeLessThan(24 * 3_600_000);
    }),
    { numRuns: 500 },
  );
});

test('the last place that a plan may be at has dusk, dark and dawn in every night of a leap year, and one beyond has not', () => {
  for (const lat of [MOST_LATITUDE, -MOST_LATITUDE])
    for (let n = 0, day = '2028-01-01' as Day; n < 366; n++, day = daysAfter(day, 1)) {
      const { darkFrom, darkTo } = sunOfNight(day, [10, lat], 'UTC');
      expect(darkFrom).toBeLessThan(darkTo);
    }
  // Tromsø: the sun of June does not set, that of December does not rise.
  const tromso = [18.96, 69.65] as const;
  for (const day of ['2026-06-21', '2026-12-21'])
    expect(() => sunOfNight(day as Day, tromso, 'Europe/Oslo')).toThrow(RangeError);
  const { place } = LightingPlan.shape;
  expect(place.safeParse([...tromso]).success).toBe(false);
  expect(place.safeParse([18.07, 59.33]).success).toBe(true);
});
