import { expect, test } from 'vitest';
import { burnOf, effectOf, type LampsAlike } from './effect.ts';
import type { Day } from './local-time.ts';
import { LightingPlan } from './model.ts';

const HOUR = 3_600_000;
const timeZone = 'Europe/Paris';
const day = '2026-11-28' as Day;
const plan = (level: number, more: object = {}) =>
  LightingPlan.parse({
    version: 1,
    place: [5.0415, 47.322],
    controlPrograms: [
      {
        id: 'nuit',
        name: 'Nuit',
        steps: [
          { from: '18:00', level: 100 },
          { from: '23:00', level },
        ],
        off: '05:00',
      },
      { id: 'fete', name: 'Fête', steps: [{ from: '18:00', level: 100 }], off: '05:00' },
    ],
    calendars: [
      { id: 'rues', name: 'Rues', program: 'nuit', rules: [{ days: ['07-14'], program: 'fete' }] },
      { id: 'axes', name: 'Axes', program: 'fete' },
    ],
    groups: [
      { id: 'axes', name: 'Axes', where: { classes: ['ring'] }, calendar: 'axes' },
      { id: 'rues', name: 'Rues', calendar: 'rues' },
    ],
    ...more,
  });
const alike = (of: Partial<LampsAlike>): LampsAlike => ({
  was: { group: 1, floor: 0 },
  is: { group: 1, floor: 0 },
  lamps: 10,
  watts: 400,
  unrated: 0,
  ...of,
});

const axes = { group: 0, floor: 0 };

/** On from 18 to 5 h, dark from 17 to 6 h. */
const night = {
  steps: [
    { from: 18 * HOUR, to: 23 * HOUR, level: 100 },
    { from: 23 * HOUR, to: 29 * HOUR, level: 50 },
  ],
  sun: { dusk: 16.5 * HOUR, dawn: 30.5 * HOUR, darkFrom: 17 * HOUR, darkTo: 30 * HOUR },
};

test.each([
  ['without a floor', 0, { hours: 11, full: 5 + 3 }],
  // An hour before it is switched on and one after it is switched off its floor holds: it is dark.
  ['with one that the programme dips below', 70, { hours: 13, full: 0.7 + 5 + 6 * 0.7 + 0.7 }],
])('a lamp %s', (_, floor, burn) => {
  const { hours, full } = burnOf(night, floor);
  expect([hours, full]).toEqual([burn.hours, expect.closeTo(burn.full)]);
});

test('a dimmer hour is so many lamps, hours and kWh less, reckoned by hand', () => {
  const { groups, all } = effectOf(
    plan(60),
    plan(30),
    [alike({}), alike({ was: axes, is: axes, lamps: 5 })],
    timeZone,
    day,
  );
  expect(groups.map(({ touched, first }) => [touched, first])).toEqual([
    [0, undefined],
    [10, day],
  ]);
  // 11 h; 5 h full and 6 h at 60 %, then at 30 %: 8.6 and 6.8 h full. 5 W of standby, 395 W above it.
  const rues = groups[1]!;
  expect(rues.hours).toEqual({ before: 11, after: 11 });
  expect(rues.kwh.before).toBeCloseTo((5 * 11 + 395 * 8.6) / 1_000, 6);
  expect(rues.kwh.after).toBeCloseTo((5 * 11 + 395 * 6.8) / 1_000, 6);
  expect(all).toMatchObject({ lamps: 15, touched: 10 });
  expect(all.kwh.before - all.kwh.after).toBeCloseTo(rues.kwh.before - rues.kwh.after, 6);
});

test('a change of an exception is none tonight, and says in which night it first is', () => {
  const other = plan(60, {
    calendars: [
      { id: 'rues', name: 'Rues', program: 'nuit' },
      { id: 'axes', name: 'Axes', program: 'fete' },
    ],
  });
  const rues = effectOf(plan(60), other, [alike({})], timeZone, day).groups[1]!;
  expect([rues.touched, rues.first]).toEqual([10, '2027-07-14']);
});

test('another name changes nothing; another floor changes only lamps under it; lamps without a power are counted apart', () => {
  const renamed = plan(60, { version: 2 });
  const named = { ...renamed, calendars: renamed.calendars.map((one) => ({ ...one, name: 'Autre' })) };
  const refloored = {
    was: { group: 1, floor: 50 },
    is: { group: 1, floor: 80 },
    lamps: 3,
    watts: 0,
    unrated: 3,
  };
  const lamps = [alike({}), refloored];
  expect(effectOf(plan(60), named, [alike({})], timeZone, day).all.touched).toBe(0);
  const { all } = effectOf(plan(60), named, lamps, timeZone, day);
  expect(all).toMatchObject({ touched: 3, unrated: 3 });
  expect(all.kwh.after).toBeCloseTo(all.kwh.before, 6);
});

test('lamps that come to another group follow its calendar: they are told of there, and counted where they left', () => {
  const [first, rest] = plan(60).groups;
  const other = plan(60, {
    groups: [{ id: 'place', name: 'Place', where: { streets: ['Place'] }, calendar: 'axes' }, first, rest],
  });
  const lamps = [
    alike({ was: { group: 1, floor: 0 }, is: { group: 0, floor: 0 }, lamps: 4, watts: 160 }),
    alike({ was: axes, is: { group: 1, floor: 0 } }),
    alike({ was: { group: 1, floor: 0 }, is: { group: 2, floor: 0 } }),
  ];
  const { groups, all } = effectOf(plan(60), other, lamps, timeZone, day);
  expect(
    groups.map(({ lamps, joined, left, touched, first }) => [lamps, joined, left, touched, first]),
  ).toEqual([
    [4, 4, 0, 4, day],
    [10, 0, 0, 0, undefined],
    [10, 0, 4, 0, undefined],
  ]);
  // All night full instead of 6 h at 60 %: 2.4 h full more, of 158 W above the standby.
  expect(all.kwh.after - all.kwh.before).toBeCloseTo((158 * 2.4) / 1_000, 6);
});
