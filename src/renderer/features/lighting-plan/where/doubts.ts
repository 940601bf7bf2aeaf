import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import { ambiguousCircuits, cabinetsOfCircuits } from '../../../../shared/lighting/ambiguous.ts';
import { knownNames, unknownNames } from '../../../../shared/lighting/known-names.ts';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { namedWords } from '../../../../shared/lighting/where-names.ts';
import { lampsIn } from './standings.ts';

type Path = readonly (string | number)[];

/** A name in a plan that is taken as it stands, and may not mean what its author meant. */
export type NameInDoubt =
  /** no lamp bears it any more */
  | { readonly kind: 'gone'; readonly path: Path; readonly name: string }
  /** circuits of so many cabinets are so called, and all are taken; the first of them */
  | {
      readonly kind: 'ambiguous';
      readonly path: Path;
      readonly name: string;
      readonly cabinets: number;
      readonly first: string;
    };

/** What in a plan is to be looked at, beside the inventory as this console has it; nothing where it has none yet. */
export function namesInDoubt(plan: LightingPlan, pieces: Iterable<DistrictLamps>): readonly NameInDoubt[] {
  const districts = [...pieces].map((piece) => ({
    name: piece.name,
    lamps: lampsIn([piece]).map(({ lamp }) => lamp),
  }));
  if (districts.every(({ lamps }) => lamps.length === 0)) return [];
  const circuits = cabinetsOfCircuits(districts.flatMap(({ lamps }) => lamps));
  return [
    ...unknownNames(plan, knownNames(districts), undefined).map(
      ({ path, named }): NameInDoubt => ({ kind: 'gone', path, name: namedWords(named) }),
    ),
    ...ambiguousCircuits(plan, circuits).map(
      ({ path, circuit, cabinets }): NameInDoubt => ({
        kind: 'ambiguous',
        path,
        name: circuit,
        cabinets: cabinets.length,
        first: cabinets[0]!,
      }),
    ),
  ];
}
