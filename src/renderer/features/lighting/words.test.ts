import { expect, test } from 'vitest';
import type { Crossing } from '../../../shared/crossing/model.ts';
import { LampState } from '../../../shared/lamp/state.ts';
import { burningOf } from '../../../shared/lighting/burning.ts';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import type { LampPlaces, RoomLightingPlan } from '../../../shared/lighting/published.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { floorGroup, floorWords, programmeWords, whyOf } from './words.ts';

const t = createTranslate('fr');
const timeZone = 'Europe/Paris';
const plan = LightingPlan.parse({
  version: 4,
  place: [5.0415, 47.322],
  presence: [{ id: 'rue', name: 'Rue', base: 30, raised: 90, holdSeconds: 30, ahead: 2 }],
  controlPrograms: [
    {
      id: 'deep',
      name: { fr: 'Nuit profonde', en: 'Deep night' },
      steps: [
        { from: { dusk: 0 }, level: 80 },
        { from: '23:00', level: 30 },
        { from: '05:30', level: 70 },
      ],
      off: { dawn: 0 },
    },
    { id: 'wake', name: 'Ruelles', steps: [{ from: { dusk: 0 }, presence: 'rue' }], off: { dawn: 0 } },
  ],
  calendars: [
    { id: 'c', name: 'Rues', program: 'deep', rules: [{ name: 'Noël', days: ['12-24'], program: 'wake' }] },
  ],
  groups: [{ id: 'g', name: 'Toutes', calendar: 'c' }],
  floors: [{ id: 'f', name: 'Carrefours', where: { junctionMetres: 10 }, level: 50 }],
});
const room: RoomLightingPlan = { v: 1, id: 'room', plan, timeZone, aheadMinutes: 0 };
/** The second lamp stands at a junction. */
const places: LampPlaces = { v: 1, id: '01', version: 4, groups: [0, 0], floors: [-1, 0] };
const at = (iso: string, index = 0) => burningOf(room, places, index, Date.parse(iso))!;
/** As a test writes it: with plain spaces. */
const words = (iso: string) => programmeWords(t, 'fr', at(iso), timeZone).replace(/[\u00a0\u202f]/g, ' ');

test.each([
  ['2026-11-28T02:00:00Z', '« Nuit profonde », 30 % jusqu’à 05:30, puis 70 %'],
  ['2026-11-28T06:00:00Z', '« Nuit profonde », 70 % jusqu’à 08:02, puis éteint'],
  ['2026-11-28T08:00:00Z', '« Nuit profonde », éteint'],
  ['2026-11-28T14:00:00Z', '« Nuit profonde », éteint jusqu’à 16:53, puis 80 %'],
  ['2026-12-24T22:00:00Z', '« Ruelles » (Noël), 30 % (90 % au passage) jusqu’à 08:25, puis éteint'],
])('%s reads « %s »', (iso, said) => expect(words(iso)).toBe(said));

const NIGHT = '2026-11-28T02:00:00Z';
const HOLIDAY = '2026-12-24T22:00:00Z';
test.each([
  ['as its programme says', 0, 30, 0, NIGHT, 'schedule'],
  ['within what lamps measure', 0, 33, 0, NIGHT, 'schedule'],
  ['otherwise', 0, 80, 0, NIGHT, 'other'],
  ['at a junction', 0, 50, 1, NIGHT, 'floor'],
  ['at a junction below its floor', 0, 30, 1, NIGHT, 'other'],
  ['somebody passes', 0, 90, 0, HOLIDAY, 'presence'],
  ['an override says so itself', LampState.override, 30, 0, NIGHT, 'override'],
  ['dark and at fault', LampState.fault, 0, 0, NIGHT, 'fault'],
  ['off by day at a junction', 0, 0, 1, '2026-11-28T12:00:00Z', 'schedule'],
] as const)('%s', (_, state, level, index, iso, why) =>
  expect(whyOf(state, level, [at(iso, index)])).toBe(why),
);

test('a plan that the places were not reckoned from tells nothing', () =>
  expect(burningOf(room, { ...places, version: 3 }, 0, Date.parse(NIGHT))).toBeUndefined());

test('a floor at crossings is told by the one that the lamp lights, others by their name', () => {
  const crossing = (id: string, street?: string) =>
    ({ id, street, position: [5.04, 47.32] }) as unknown as Crossing;
  const floor = { id: 'p', name: 'Passages piétons', where: { crossingMetres: 20 }, level: 60 };
  const lit =
    (...streets: readonly (string | undefined)[]) =>
    () =>
      streets.map((street, n) => ({ crossing: crossing(`PP-${n}`, street), metres: 8.6 + n }));
  const plain = (said: string | undefined) => said?.replace(/[\u00a0\u202f]/g, ' ');
  const here = [5.04, 47.32] as const;
  const at = (streets: ReturnType<typeof lit>) => plain(floorWords(t, 'fr', floor, here, streets));
  expect(at(lit('rue Monge'))).toBe('Passages piétons : rue Monge, à 9 m');
  expect(at(lit(undefined, 'rue Monge'))).toBe('Passages piétons : PP-0, à 9 m, et 1 autre passage');
  expect(at(lit())).toBe('Passages piétons');
  expect(plain(floorWords(t, 'fr', plan.floors[0]!, here, lit('rue Monge')))).toBe('Carrefours');

  const group = (one: typeof floor | undefined, incident?: object) =>
    floorGroup(t, 'fr', one, incident as never, here, lit('rue Monge'));
  expect(group(floor)).toBe('passage piéton rue Monge');
  expect(group({ ...plan.floors[0]!, level: 50 } as typeof floor)).toBe('Carrefours');
  expect(group(floor, { floor: { name: 'Personne en danger', level: 90 } })).toBe('Personne en danger');
  expect(group(floor, { floor: { name: 'Chaussée', level: 60 } })).toBe('passage piéton rue Monge');
  expect(group(undefined)).toBeUndefined();
});
