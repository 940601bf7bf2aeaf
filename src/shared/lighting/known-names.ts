import type { Dictionary } from '../lamp/dictionary.ts';
import type { LightingPlan } from './model.ts';
import { type Named, type NameKind, nameKey, namesIn } from './where-names.ts';

/** What a plan may name, by key: `nameKey`. */
export type KnownNames = Readonly<Record<NameKind, ReadonlySet<string>>>;

/** A district in which no lamp is left is none: nothing would be lit by a rule for it. */
export function knownNames(dictionaries: Iterable<Pick<Dictionary, 'name' | 'lamps'>>): KnownNames {
  const names: Record<NameKind, Set<string>> = {
    streets: new Set(),
    communes: new Set(),
    districts: new Set(),
    circuits: new Set(),
    cabinets: new Set(),
    lamps: new Set(),
  };
  const add = (kind: NameKind, named: Named | undefined) => {
    if (named !== undefined) names[kind].add(nameKey(kind, named));
  };
  for (const { name, lamps } of dictionaries)
    for (const lamp of lamps) {
      if (lamp === null) continue;
      const { id, street, commune, cabinet, circuit } = lamp;
      add('lamps', id);
      add('streets', street);
      add('communes', commune);
      add('districts', name);
      add('cabinets', cabinet);
      add('circuits', circuit);
      if (cabinet !== undefined && circuit !== undefined) add('circuits', { cabinet, circuit });
    }
  return names;
}

export interface UnknownName {
  readonly path: readonly (string | number)[];
  readonly named: Named;
}

/**
 * What a plan names and no lamp of the inventory bears: a rule for it would light nothing.
 * @param inForce what it names already is not its author's fault
 */
export function unknownNames(
  plan: LightingPlan,
  known: KnownNames,
  inForce: LightingPlan | undefined,
): readonly UnknownName[] {
  const stood = new Set(
    inForce === undefined
      ? []
      : [...namesIn(inForce)].map(({ kind, named }) => `${kind} ${nameKey(kind, named)}`),
  );
  return [...namesIn(plan)].flatMap(({ kind, named, path }) => {
    const key = nameKey(kind, named);
    return known[kind].has(key) || stood.has(`${kind} ${key}`) ? [] : [{ path, named }];
  });
}
