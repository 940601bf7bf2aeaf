import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedPlan } from '../../../../tests/support/plan.ts';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import { planFaults } from '../../../shared/lighting/plan-file.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { refusedWords } from './use-plan-command.ts';
import { faultWords, placeWords } from './words.ts';

const t = createTranslate('fr');
const plan = LightingPlan.parse(parse(shippedPlan()));
/** As a test writes it: with plain spaces. */
const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, ' ');
const said = (wrong: LightingPlan) =>
  planFaults(wrong).map((fault) =>
    plain(`${placeWords(t, 'fr', wrong, fault.path)} : ${faultWords(t, fault)}`),
  );
const first = <T extends object>(list: readonly T[], change: object): T[] => [
  { ...list[0]!, ...change },
  ...list.slice(1),
];
const [program] = plan.controlPrograms;

test.each([
  [
    {
      controlPrograms: first(plan.controlPrograms, {
        steps: program!.steps.with(1, { from: '23:00' as never, level: 450 }),
      }),
    },
    'programme « Rocade », palier 2, niveau : Un niveau de 0 à 100 % (un minimum : de 1 à 100 %).',
  ],
  [
    {
      controlPrograms: first(plan.controlPrograms, {
        steps: program!.steps.with(2, { from: '22:00' as never, level: 50 }),
      }),
    },
    'programme « Rocade », palier 3, à partir de : Vient avant un palier placé au-dessus : une nuit commence à midi.',
  ],
  [
    { presence: first(plan.presence, { raised: 40 }) },
    'profil de présence « Rue qui s’éveille », niveau au passage : Doit être au-dessus du niveau sans personne.',
  ],
  [
    { calendars: first(plan.calendars, { rules: [{ program: 'fete' }] }) },
    'calendrier « Rocade », exception 1 : Ne dit ni soirs ni jours : ce serait chaque nuit.',
  ],
  [
    { floors: first(plan.floors, { name: '' }) },
    'minimum « sans nom », nom : Un nom, de 80 caractères au plus.',
  ],
  [
    { floors: first(plan.floors, { level: 0 }) },
    'minimum « Carrefours des grands axes », niveau : Un niveau de 0 à 100 % (un minimum : de 1 à 100 %).',
  ],
  [
    { incidents: first(plan.incidents, { kinds: [] }) },
    'minimum d’intervention « Personne en danger », types d’intervention : Un type d’intervention au moins.',
  ],
  [
    { incidents: first(plan.incidents, { hours: 99 }) },
    'minimum d’intervention « Personne en danger », durée : De 1 à 48 heures.',
  ],
  [
    { scenes: first(plan.scenes, { parts: [{ where: {}, level: 101 }] }) },
    'scène « Cortège sur les boulevards », partie 1, niveau : Un niveau de 0 à 100 % (un minimum : de 1 à 100 %).',
  ],
  [
    { groups: first(plan.groups, { where: {} }) },
    'groupe « Rocade » : Prend tous les lampadaires : aucun ne reste aux suivants.',
  ],
])('a fault is named by its field, in plain words', (change, words) =>
  expect(said({ ...plan, ...change } as LightingPlan)).toEqual([words]),
);

test('a name that no lamp bears is said as its form says it', () => {
  const wrong = { ...plan, floors: first(plan.floors, { where: { streets: ['Rue A', 'Rue Perdue'] } }) };
  const refused = { kind: 'refused', code: 'INVALID', field: 'args.plan.floors.0.where.streets.1' } as const;
  expect(plain(refusedWords(t, 'fr', wrong as LightingPlan, refused))).toBe(
    'Rien n’a changé : « Rue Perdue » (minimum « Carrefours des grands axes », Rues) n’est porté par aucun lampadaire.',
  );
});
