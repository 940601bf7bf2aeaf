import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedPlan } from '../../../../tests/support/plan.ts';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import { planFaults } from '../../../shared/lighting/plan-file.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
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
])('a fault is named by its field, in plain words', (change, words) =>
  expect(said({ ...plan, ...change } as LightingPlan)).toEqual([words]),
);
