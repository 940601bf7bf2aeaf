import { expect, test } from 'vitest';
import { clockOf } from '../../../../shared/lighting/local-time.ts';
import { LightingPlan } from '../../../../shared/lighting/model.ts';
import type { LampPlaces, RoomLightingPlan } from '../../../../shared/lighting/published.ts';
import { areaOf, hoursIn, raisedOf, spanOf } from './curve.ts';
import { outlookOf } from './outlook.ts';

const timeZone = 'Europe/Paris';
const plan = LightingPlan.parse({
  version: 2,
  place: [5.0415, 47.322],
  presence: [{ id: 'rue', name: 'Rue', base: 20, raised: 90, holdSeconds: 30, ahead: 2 }],
  controlPrograms: [
    {
      id: 'usual',
      name: 'Usual',
      steps: [
        { from: { dusk: 0 }, level: 80 },
        { from: '00:00', presence: 'rue' },
      ],
      off: { dawn: 0 },
    },
    { id: 'fete', name: 'Fête', steps: [{ from: { dusk: 0 }, level: 100 }], off: { dawn: 0 } },
  ],
  calendars: [
    {
      id: 'c',
      name: 'C',
      program: 'usual',
      rules: [{ name: '14 juillet', days: ['07-14'], program: 'fete' }],
    },
  ],
  groups: [
    { id: 'a', name: 'A', where: { classes: ['ring'] }, calendar: 'c' },
    { id: 'b', name: 'B', calendar: 'c' },
  ],
  floors: [{ id: 'f', name: 'F', where: { junctionMetres: 10 }, level: 50 }],
});
const room: RoomLightingPlan = { v: 1, id: 'room', plan, timeZone, aheadMinutes: 0 };
const places: readonly LampPlaces[] = [
  { v: 1, id: '01', version: 2, groups: [0, 1, 1, -1], floors: [-1, 0, 0, -1] },
  { v: 1, id: '02', version: 2, groups: [1], floors: [-1] },
  // Of another plan: not yet told anew.
  { v: 1, id: '03', version: 1, groups: [0], floors: [0] },
];
const at = (iso: string) => outlookOf(room, places, Date.parse(iso))!;

test('each group with its lamps, tonight and the night after, exceptions by name', () => {
  const { groups, floors } = at('2026-07-13T22:00:00Z');
  expect(groups.map(({ id, lamps }) => [id, lamps])).toEqual([
    ['a', 1],
    ['b', 3],
  ]);
  expect(groups[0]?.tonight).toMatchObject({
    night: { day: '2026-07-13', program: { id: 'usual' } },
    rule: undefined,
  });
  expect(groups[0]?.tomorrow).toMatchObject({
    night: { program: { id: 'fete' } },
    rule: { name: '14 juillet' },
  });
  expect(floors).toMatchObject([{ id: 'f', lamps: 2 }]);
});

test.each([
  ['2026-07-14T03:00:00Z', '2026-07-13'], // before dawn
  ['2026-07-14T05:00:00Z', '2026-07-14'], // after it
  ['2026-07-14T16:00:00Z', '2026-07-14'],
])('at %s it tells of the night of %s', (iso, day) => expect(at(iso).day).toBe(day));

test('a curve goes from before dusk to after dawn, each stretch as high as its level', () => {
  const { night } = at('2026-12-01T20:00:00Z').groups[0]!.tonight;
  const span = spanOf(night);
  expect([clockOf(span.from, timeZone), clockOf(span.to, timeZone)]).toEqual(['16:00', '09:00']);
  const frame = { ...span, width: 170, height: 100 };
  const at10 = (time: number) => Math.round(((time - span.from) / 3_600_000) * 100) / 10;
  const [dusk, dawn] = [at10(night.sun.dusk), at10(night.sun.dawn)];
  expect(areaOf(night.steps, frame)).toBe(`M${dusk} 100L${dusk} 20H80L80 80H${dawn}V100Z`);
  expect(raisedOf(night.steps, frame)).toBe(`M80 10H${dawn}`);
  expect(hoursIn(span, 6).map((hour) => clockOf(hour, timeZone))).toEqual(['16:00', '22:00', '04:00']);
  expect(areaOf([], frame)).toBe('');
});
