import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClockTime, clockOf, type Day, daysAfter, instantOf } from './local-time.ts';
import { Calendar, ControlProgram, type PresenceProfile } from './model.ts';
import { type Night, nightDayOf, nightOf, stepAt } from './night.ts';
import { sunOfNight } from './sun.ts';

const PARIS = 'Europe/Paris';
const place = [5.0415, 47.322] as const;
const calendar = Calendar.parse({ id: 'c', name: 'C', program: 'p' });
type Steps = readonly object[];

function nightWith(
  steps: Steps,
  day: string,
  off: unknown = { dawn: 0 },
  presence: PresenceProfile[] = [],
): Night {
  const program = ControlProgram.parse({ id: 'p', name: 'P', steps, off });
  return nightOf({ place, timeZone: PARIS, presence, controlPrograms: [program] }, calendar, day as Day)!;
}
const told = ({ steps }: Night) => steps.map(({ from, level }) => `${clockOf(from, PARIS)} ${level}`);

const DEEP: Steps = [
  { from: { dusk: 0 }, level: 80 },
  { from: '22:30', level: 50 },
  { from: '01:00', level: 30 },
  { from: '05:30', level: 70 },
];

describe('a programme through the year', () => {
  test('in winter each step has its time', () =>
    expect(told(nightWith(DEEP, '2026-12-21'))).toEqual(['16:51 80', '22:30 50', '01:00 30', '05:30 70']));

  test('a step whose time the sun has passed is left out, and none lights a day', () => {
    const night = nightWith(DEEP, '2026-06-21');
    expect(told(night)).toEqual(['21:40 80', '22:30 50', '01:00 30', '05:30 70']);
    expect(
      told(
        nightWith(
          [
            { from: { dusk: 0 }, level: 80 },
            { from: '20:00', level: 50 },
          ],
          '2026-06-21',
        ),
      ),
    ).toEqual(['21:40 50']);
    expect(told(nightWith(DEEP, '2026-06-21', { dawn: -30 })).at(-1)).toBe('01:00 30');
  });

  test('lamps that burn of an evening only, or of a morning only', () => {
    expect(told(nightWith([{ from: { dusk: 0 }, level: 80 }], '2026-12-21', '22:00'))).toEqual(['16:51 80']);
    expect(told(nightWith([{ from: '06:00', level: 80 }], '2026-12-21'))).toEqual(['06:00 80']);
    expect(told(nightWith([{ from: '06:00', level: 80 }], '2026-06-21'))).toEqual([]);
  });

  test('a step of presence burns at its base, and full where its profile is not known', () => {
    const steps = [{ from: { dusk: 0 }, presence: 'rue' }];
    const rue = {
      id: 'rue',
      name: 'Rue',
      base: 20,
      raised: 90,
      holdSeconds: 30,
      ahead: 2,
    } as PresenceProfile;
    expect(nightWith(steps, '2026-12-21', '22:00', [rue]).steps[0]).toMatchObject({
      level: 20,
      presence: rue,
    });
    expect(told(nightWith(steps, '2026-12-21', '22:00'))).toEqual(['16:51 100']);
  });
});

describe('when the clock is changed', () => {
  const steps: Steps = [
    { from: { dusk: 0 }, level: 80 },
    { from: '01:30', level: 60 },
    { from: '02:30', level: 40 },
    { from: '03:30', level: 20 },
  ];
  const hours = ({ steps: its }: Night) => its.map(({ from, to }) => (to - from) / 3_600_000);

  test('in March the hour that is left out takes no step with it', () => {
    const night = nightWith(steps, '2026-03-28', '04:30');
    // 02:30 is not on any clock: it comes where the clock says 03:30, which is then that of the step after it.
    expect(night.steps.map(({ level }) => level)).toEqual([80, 60, 20]);
    expect(hours(night).slice(1)).toEqual([1, 1]);
    expect(told(nightWith(steps.slice(0, 3), '2026-03-28', '04:30'))).toEqual([
      '19:03 80',
      '01:30 60',
      '03:30 40',
    ]);
  });

  test('in October the hour that comes twice doubles no step', () => {
    const night = nightWith(steps, '2026-10-24', '04:30');
    expect(told(night)).toEqual(['18:36 80', '01:30 60', '02:30 40', '03:30 20']);
    expect(hours(night).slice(1)).toEqual([1, 2, 1]);
  });
});

const MOMENT_OF_NIGHT = fc.integer({ min: 12 * 60, max: 36 * 60 - 1 });
const clock = (minute: number): ClockTime => {
  const [hour, rest] = [Math.floor(minute / 60) % 24, minute % 60].map((n) => String(n).padStart(2, '0'));
  return `${hour}:${rest}` as ClockTime;
};
const anchored = fc.oneof(
  fc.integer({ min: -120, max: 120 }).map((dusk) => ({ dusk })),
  fc.integer({ min: -120, max: 120 }).map((dawn) => ({ dawn })),
);
/** As files may have them: times of day in the order of the night, sun and clock mixed. */
const programmes = fc
  .tuple(fc.uniqueArray(MOMENT_OF_NIGHT, { maxLength: 8 }), fc.array(anchored, { maxLength: 3 }), fc.nat())
  .map(([minutes, sun, salt]) => {
    const moments: object[] = [];
    const clocks: unknown[] = minutes.toSorted((a, b) => a - b).map(clock);
    for (const [i, one] of sun.entries()) clocks.splice((salt + i) % (clocks.length + 1), 0, one);
    moments.push(...clocks.map((from, i) => ({ from, level: (i * 7) % 101 })));
    return [{ from: { dusk: 0 }, level: 100 }, ...moments];
  });
/** Half of them nights in which the clock is changed. */
const days = fc.oneof(
  fc.integer({ min: 0, max: 4_000 }).map((n) => daysAfter('2026-01-01' as Day, n)),
  fc
    .constantFrom('2026-03-28', '2026-10-24', '2027-03-27', '2027-10-30', '2028-03-25', '2028-10-28')
    .map((d) => d as Day),
);

test('levels cover a whole night from dusk to dawn without a gap or an overlap, also when the clock is changed', () => {
  fc.assert(
    fc.property(programmes, days, (steps, day) => {
      const night = nightWith(steps, day);
      const { dusk, dawn } = sunOfNight(day, place, PARIS);
      expect(night.steps[0]?.from).toBe(dusk);
      expect(night.steps.at(-1)?.to).toBe(dawn);
      for (const [i, step] of night.steps.entries()) {
        expect(step.from).toBeLessThan(step.to);
        if (i > 0) expect(step.from).toBe(night.steps[i - 1]!.to);
      }
    }),
    { numRuns: 500 },
  );
});

test('what holds is the last step of the list whose time has come: none is lost, none comes twice', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(MOMENT_OF_NIGHT, { maxLength: 8 }),
      days,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (minutes, day, share) => {
        const order = minutes.toSorted((a, b) => a - b).map(clock);
        const steps = order.map((from, i) => ({ from, level: i + 1 }));
        const night = nightWith([{ from: { dusk: 0 }, level: 0 }, ...steps], day);
        const { dusk, dawn } = sunOfNight(day, place, PARIS);
        const time = dusk + Math.floor((dawn - dusk) * share);
        const begun = order.map((from) => instantOf(from < '12:00' ? daysAfter(day, 1) : day, from, PARIS));
        expect(stepAt(night, time)?.level).toBe(begun.findLastIndex((at) => at <= time) + 1);
        expect(new Set(night.steps.map(({ level }) => level)).size).toBe(night.steps.length);
      },
    ),
    { numRuns: 500 },
  );
});

test('a moment belongs to the night of the evening before it until noon', () => {
  const at = (iso: string) => nightDayOf(Date.parse(iso), PARIS);
  expect(at('2026-06-21T09:59:59Z')).toBe('2026-06-20');
  expect(at('2026-06-21T10:00:00Z')).toBe('2026-06-21');
  expect(at('2026-06-21T23:30:00Z')).toBe('2026-06-21');
});
