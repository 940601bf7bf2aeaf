import { expect, test } from 'vitest';
import { LightingPlanFile } from './plan-file.ts';

const good = {
  version: 1,
  place: [5.0415, 47.322],
  presence: [{ id: 'rue', name: 'Rue', base: 30, raised: 90, holdSeconds: 30, ahead: 2 }],
  controlPrograms: [
    {
      id: 'nuit',
      name: 'Nuit',
      steps: [
        { from: { dusk: 0 }, level: 80 },
        { from: '23:00', presence: 'rue' },
        { from: '05:30', level: 70 },
      ],
      off: { dawn: 0 },
    },
  ],
  calendars: [
    { id: 'rues', name: 'Rues', program: 'nuit', rules: [{ from: '12-20', to: '01-05', program: 'nuit' }] },
  ],
  groups: [{ id: 'toutes', name: 'Toutes', calendar: 'rues' }],
  floors: [{ id: 'carrefours', name: 'Carrefours', where: { junctionMetres: 20 }, level: 50 }],
};
/** The fields at fault. */
const faults = (change: object) =>
  (LightingPlanFile.safeParse({ ...good, ...change }).error?.issues ?? []).map(({ path }) => path.join('.'));
const steps = (...its: object[]) => ({ controlPrograms: [{ ...good.controlPrograms[0], steps: its }] });
const floor = (where: object) => ({ floors: [{ ...good.floors[0], where }] });
const rules = (...its: object[]) => ({ calendars: [{ ...good.calendars[0], rules: its }] });

test.each([
  ['as it should be', {}, []],
  [
    'districts, and circuits with their cabinet or without',
    floor({ districts: ['Centre'], circuits: ['départ 1', { cabinet: 'ARM-1', circuit: 'départ 1' }] }),
    [],
  ],
  [
    'a cabinet’s circuit without its name',
    floor({ circuits: [{ cabinet: 'ARM-1' }] }),
    ['floors.0.where.circuits.0'],
  ],
  ['a field that there is not', { nights: [] }, ['']],
  [
    'a program twice',
    { controlPrograms: [...good.controlPrograms, ...good.controlPrograms] },
    ['controlPrograms.1.id'],
  ],
  ['a time that is none', steps({ from: '25:00', level: 3 }), ['controlPrograms.0.steps.0.from']],
  ['more than full light', steps({ from: '22:00', level: 120 }), ['controlPrograms.0.steps.0.level']],
  [
    'a profile that there is not',
    steps({ from: '22:00', presence: 'place' }),
    ['controlPrograms.0.steps.0.presence'],
  ],
  [
    'times out of order',
    steps({ from: '23:00', level: 50 }, { from: '05:00', level: 70 }, { from: '22:00', level: 30 }),
    ['controlPrograms.0.steps.2.from'],
  ],
  ['raised below base', { presence: [{ ...good.presence[0], raised: 20 }] }, ['presence.0.raised']],
  [
    'a rule for a program that there is not',
    rules({ days: ['07-14'], program: 'fete' }),
    ['calendars.0.rules.0.program'],
  ],
  ['a rule for every night', rules({ program: 'nuit' }), ['calendars.0.rules.0']],
  ['a day that is none', rules({ days: ['02-30'], program: 'nuit' }), ['calendars.0.rules.0.days.0']],
  [
    'a year on one side only',
    rules({ from: '2026-12-20', to: '01-05', program: 'nuit' }),
    ['calendars.0.rules.0.to'],
  ],
  [
    'an end before its beginning',
    rules({ from: '2026-12-20', to: '2026-01-05', program: 'nuit' }),
    ['calendars.0.rules.0.to'],
  ],
  [
    'a calendar that there is not',
    { groups: [{ id: 'g', name: 'G', calendar: 'x' }] },
    ['groups.0.calendar'],
  ],
  [
    'lamps left without a group',
    { groups: [{ ...good.groups[0], where: { classes: ['ring'] } }] },
    ['groups.0.where'],
  ],
  [
    'a group that says nothing of its lamps',
    { groups: [{ ...good.groups[0], id: 'x', where: {} }, good.groups[0]] },
    ['groups.0'],
  ],
  ['a group that hides the next', { groups: [good.groups[0], { ...good.groups[0], id: 'x' }] }, ['groups.0']],
  [
    'an incident of a kind that there is not',
    { incidents: [{ id: 'x', name: 'X', kinds: ['fight', 'duel'], metres: 50, level: 90, hours: 3 }] },
    ['incidents.0.kinds.1'],
  ],
  ['a place without dusk', { place: [20, 68] }, ['place.1']],
])('%s', (_, change, expected) => expect(faults(change)).toEqual(expected));
