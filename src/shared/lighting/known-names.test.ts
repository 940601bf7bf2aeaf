import { expect, test } from 'vitest';
import { planWithFloor } from '../../../tests/support/plan.ts';
import { CabinetId, LampId } from '../ids.ts';
import type { Dictionary } from '../lamp/dictionary.ts';
import { knownNames, unknownNames } from './known-names.ts';
import type { Where } from './model.ts';

const [nine, ten] = [CabinetId.parse('ARM-9'), CabinetId.parse('ARM-10')];
const lamp = {
  id: LampId.parse('L-1'),
  position: [5, 47],
  street: 'rue de l’Égalité',
  commune: 'Chenôve',
  cabinet: nine,
  circuit: 'départ 1',
} as const;
const cityOf = (...districts: Pick<Dictionary, 'name' | 'lamps'>[]) => knownNames(districts);
const known = cityOf({ name: 'Montchapet', lamps: [null, lamp] }, { name: 'Toison d’Or', lamps: [null] });
const unknown = (where: Where, inForce?: Where) =>
  unknownNames(planWithFloor(where), known, inForce && planWithFloor(inForce)).map(({ path, named }) => [
    path.join('.'),
    named,
  ]);

test('streets, communes and districts are known without regard to accents and case', () =>
  expect(
    unknown({ streets: ['RUE DE L’EGALITE'], communes: ['chenove'], districts: ['MONTCHAPET'] }),
  ).toEqual([]));

test('a district in which no lamp is left is none, and neither is one that never was', () =>
  expect(unknown({ districts: ['Montchapet', 'Toison d’Or', 'Nulle-Part'] })).toEqual([
    ['floors.0.where.districts.1', 'Toison d’Or'],
    ['floors.0.where.districts.2', 'Nulle-Part'],
  ]));

test('a circuit is known by its name, and by its cabinet’s only where that has it', () => {
  const other = { cabinet: ten, circuit: 'départ 1' };
  expect(unknown({ circuits: ['départ 1', { cabinet: nine, circuit: 'départ 1' }, other] })).toEqual([
    ['floors.0.where.circuits.2', other],
  ]);
});

test('what the plan in force names already is not its author’s fault', () =>
  expect(
    unknown({ districts: ['toison d’or'], circuits: ['départ 9'] }, { districts: ['Toison d’Or'] }),
  ).toEqual([['floors.0.where.circuits.0', 'départ 9']]));
