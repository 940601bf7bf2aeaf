import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position } from '../geo/position.ts';
import { programOf, ruleOf } from './calendar.ts';
import { burnOf } from './effect.ts';
import { type ClockTime, clockOf, type Day, daysAfter, instantOf } from './local-time.ts';
import { Calendar, ControlProgram } from './model.ts';
import { type Night, nightDayOf, nightOf, stepAt } from './night.ts';

const HOUR_MS = 3_600_000;
const NOON = '12:00' as ClockTime;
const PARIS = 'Europe/Paris';

/**
 * Where the clock is changed otherwise than in Paris as well: south of the equator, on other Sundays, by half an hour,
 * at midnight.
 */
const PLACES: readonly (readonly [zone: string, place: Position])[] = [
  [PARIS, [5.0415, 47.322]],
  ['Europe/Lisbon', [-9.14, 38.72]],
  ['America/New_York', [-74, 40.71]],
  ['America/Santiago', [-70.65, -33.45]],
  ['Pacific/Auckland', [174.76, -36.85]],
  ['Australia/Lord_Howe', [159.08, -31.55]],
];

/** From noon to noon by the clock on the wall, ms. */
const lengthOf = (day: Day, zone: string): number =>
  instantOf(daysAfter(day, 1), NOON, zone) - instantOf(day, NOON, zone);

/** All nights of some years in which the clock is changed, by whether that leaves time out. */
function changeNights(zone: string): { readonly short: readonly Day[]; readonly long: readonly Day[] } {
  const all = Array.from({ length: 3 * 366 }, (_, n) => daysAfter('2026-01-01' as Day, n));
  return {
    short: all.filter((day) => lengthOf(day, zone) < 24 * HOUR_MS),
    long: all.filter((day) => lengthOf(day, zone) > 24 * HOUR_MS),
  };
}
const changed = new Map(PLACES.map(([zone]) => [zone, changeNights(zone)]));

test('in Paris these are the nights before the last Sundays of March and October', () =>
  expect(changed.get(PARIS)).toEqual({
    short: ['2026-03-28', '2027-03-27', '2028-03-25'],
    long: ['2026-10-24', '2027-10-30', '2028-10-28'],
  }));

const clockAt = (minute: number): ClockTime =>
  [Math.floor(minute / 60) % 24, minute % 60].map((n) => String(n).padStart(2, '0')).join(':') as ClockTime;
const inNight = (day: Day, clock: ClockTime, zone: string) =>
  instantOf(clock < NOON ? daysAfter(day, 1) : day, clock, zone);

/** A place, a night there in which the clock is changed, and minutes of the hours around midnight and the change. */
const changes = fc.constantFrom(...PLACES).chain(([zone, place]) => {
  const { short, long } = changed.get(zone)!;
  return fc.record({
    zone: fc.constant(zone),
    place: fc.constant(place),
    day: fc.constantFrom(...short, ...long),
    minutes: fc.uniqueArray(fc.integer({ min: 22 * 60, max: 28 * 60 + 59 }), { minLength: 1, maxLength: 8 }),
  });
});

const calendar = Calendar.parse({ id: 'c', name: 'C', program: 'p' });
function lived(
  steps: readonly object[],
  off: unknown,
  at: { zone: string; place: Position; day: Day },
): Night {
  const program = ControlProgram.parse({ id: 'p', name: 'P', steps, off });
  const of = { place: at.place, timeZone: at.zone, presence: [], controlPrograms: [program] };
  return nightOf(of, calendar, at.day)!;
}

test('at every minute of such a night the last step holds whose time the clock has reached or leapt over', () => {
  fc.assert(
    fc.property(changes, ({ minutes, ...at }) => {
      const { zone, day } = at;
      const order = minutes.toSorted((a, b) => a - b).map(clockAt);
      const night = lived(
        [{ from: { dusk: 0 }, level: 0 }, ...order.map((from, i) => ({ from, level: i + 1 }))],
        { dawn: 0 },
        at,
      );
      const begins = order.map((from) => inNight(day, from, zone));
      for (let time = night.sun.dusk; time < night.sun.dawn; time += 60_000)
        expect(stepAt(night, time)?.level).toBe(begins.findLastIndex((from) => from <= time) + 1);
      // Nobody burns longer or shorter than the night really is.
      const hours = night.steps.reduce((sum, { from, to }) => sum + to - from, 0);
      expect(hours).toBe(night.sun.dawn - night.sun.dusk);
    }),
    { numRuns: 200 },
  );
});

test('lamps that go off inside the hour that is left out or comes twice burn until then, once', () => {
  fc.assert(
    fc.property(changes, ({ minutes, ...at }) => {
      const off = clockAt(minutes[0]!);
      const night = lived([{ from: { dusk: 0 }, level: 100 }], off, at);
      const end = inNight(at.day, off, at.zone);
      expect(night.steps).toEqual([expect.objectContaining({ from: night.sun.dusk, to: end })]);
      expect(stepAt(night, end)).toBeUndefined();
      // The second time the clock shows it lamps are off already.
      expect(stepAt(night, end + HOUR_MS)).toBeUndefined();
    }),
  );
});

const paris = { zone: PARIS, place: PLACES[0]![1] };

describe('in Paris', () => {
  const minute = fc.integer({ min: 120, max: 179 });
  const nights = changed.get(PARIS)!;

  test('a step inside the hour that is left out comes an hour of the clock later, never before', () => {
    fc.assert(
      fc.property(minute, fc.constantFrom(...nights.short), (at, day) => {
        const night = lived(
          [
            { from: { dusk: 0 }, level: 80 },
            { from: clockAt(at), level: 40 },
          ],
          { dawn: 0 },
          { ...paris, day },
        );
        const [, dimmed] = night.steps;
        expect(clockOf(dimmed!.from, PARIS)).toBe(clockAt(at + 60));
        expect(dimmed!.from - instantOf(daysAfter(day, 1), '01:59' as ClockTime, PARIS)).toBe(
          (at - 119) * 60_000,
        );
      }),
    );
  });

  test('a step inside the hour that comes twice comes the first time, and holds through the second', () => {
    fc.assert(
      fc.property(minute, fc.constantFrom(...nights.long), (at, day) => {
        const night = lived(
          [
            { from: { dusk: 0 }, level: 80 },
            { from: clockAt(at), level: 40 },
            { from: '03:30', level: 60 },
          ],
          { dawn: 0 },
          { ...paris, day },
        );
        const [, dimmed] = night.steps;
        expect(clockOf(dimmed!.from, PARIS)).toBe(clockAt(at));
        expect(clockOf(dimmed!.from + HOUR_MS, PARIS)).toBe(clockAt(at));
        expect(stepAt(night, dimmed!.from + HOUR_MS)?.level).toBe(40);
      }),
    );
  });

  test.each([
    ['2026-03-27', '2026-03-28', -1],
    ['2026-10-23', '2026-10-24', 1],
  ] as const)('an hour is burnt less or more by the clock: %s against %s', (before, day, more) => {
    const all = [{ from: '20:00', level: 100 }];
    const [usual, other] = [before, day].map((one) =>
      burnOf(lived(all, '05:00', { ...paris, day: one as Day }), 0),
    );
    expect(other!.hours - usual!.hours).toBeCloseTo(more, 6);
  });
});

describe('exceptions of a calendar over a change of the clock', () => {
  const rules = (...its: object[]) => Calendar.parse({ ...calendar, program: 'usual', rules: its });

  test('the night of one day is it from noon to noon, the change of the clock included, and no minute more', () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: -36, max: 60 }), ({ zone, day }, hours) => {
        const one = rules({ days: [day], program: 'other' });
        const [from, to] = [instantOf(day, NOON, zone), instantOf(daysAfter(day, 1), NOON, zone)];
        for (const time of [from, to - 1, from - 1, to, from + hours * HOUR_MS])
          expect(programOf(one, nightDayOf(time, zone))).toBe(time >= from && time < to ? 'other' : 'usual');
      }),
    );
  });

  test('a week over it is seven nights, and Saturdays are those of their evening', () => {
    const week = rules({ from: '2026-10-21', to: '2026-10-27', program: 'other' });
    const at = (hour: number) => nightDayOf(Date.UTC(2026, 9, 20, 10) + hour * HOUR_MS, PARIS);
    const nights = new Set(
      Array.from({ length: 24 * 9 + 1 }, (_, hour) => at(hour)).filter(
        (day) => programOf(week, day) === 'other',
      ),
    );
    expect([...nights]).toEqual(Array.from({ length: 7 }, (_, n) => daysAfter('2026-10-21' as Day, n)));
    const saturdays = rules({ weekdays: ['sat'], program: 'other' });
    for (const sunday of ['2026-03-29', '2026-10-25'])
      expect(programOf(saturdays, nightDayOf(Date.parse(`${sunday}T02:30:00Z`), PARIS))).toBe('other');
  });
});

describe('29 February', () => {
  const leap = Calendar.parse({
    ...calendar,
    program: 'usual',
    rules: [
      { name: 'jour', days: ['02-29'], program: 'leap' },
      { name: 'semaine', from: '02-25', to: '02-29', program: 'week' },
    ],
  });

  test.each([
    ['2028-02-29', 'jour'],
    ['2028-02-28', 'semaine'],
    ['2028-03-01', undefined],
    ['2027-02-28', 'semaine'],
    ['2027-03-01', undefined],
  ])('the night of %s follows %s', (day, rule) => expect(ruleOf(leap, day as Day)?.name).toBe(rule));

  test('its night is there, between those beside it', () => {
    const at = (iso: string) => nightDayOf(Date.parse(iso), PARIS);
    expect(at('2028-02-29T02:00:00Z')).toBe('2028-02-28');
    expect(at('2028-02-29T22:00:00Z')).toBe('2028-02-29');
    expect(at('2028-03-01T02:00:00Z')).toBe('2028-02-29');
    const dusks = ['2028-02-28', '2028-02-29', '2028-03-01'].map((day) => {
      const { sun } = lived([{ from: { dusk: 0 }, level: 80 }], { dawn: 0 }, { ...paris, day: day as Day });
      expect(nightDayOf(sun.dawn, PARIS)).toBe(day);
      return clockOf(sun.dusk, PARIS);
    });
    expect(dusks.toSorted()).toEqual(dusks);
    expect(new Set(dusks).size).toBe(3);
  });

  test('an exception of it in a year that has none is no day', () => {
    const dated = (day: string) =>
      Calendar.safeParse({ ...calendar, rules: [{ days: [day], program: 'p' }] });
    expect(dated('2028-02-29').success).toBe(true);
    expect(dated('2027-02-29').success).toBe(false);
    expect(dated('02-30').success).toBe(false);
  });
});
