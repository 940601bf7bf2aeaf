import { expect, test } from 'vitest';
import { LampState } from '../../../shared/lamp/state.ts';
import { burningOf } from '../../../shared/lighting/burning.ts';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import type { LampPlaces, RoomLightingPlan } from '../../../shared/lighting/published.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { programmeWords, whyOf } from './words.ts';

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
