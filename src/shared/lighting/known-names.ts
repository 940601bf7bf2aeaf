import { folded } from '../i18n/folded.ts';
import type { DictionaryLamp } from '../lamp/dictionary.ts';
import type { LightingPlan, Where } from './model.ts';

const KINDS = ['streets', 'communes', 'circuits', 'cabinets', 'lamps'] as const;
type Kind = (typeof KINDS)[number];

/** What a plan may name: streets and communes without regard to accents and case. */
export type KnownNames = Readonly<Record<Kind, ReadonlySet<string>>>;

export function knownNames(lamps: Iterable<DictionaryLamp | null>): KnownNames {
  const names: Record<Kind, Set<string>> = {
    streets: new Set(),
    communes: new Set(),
    circuits: new Set(),
    cabinets: new Set(),
    lamps: new Set(),
  };
  for (const lamp of lamps) {
    if (lamp === null) continue;
    names.lamps.add(lamp.id);
    names.streets.add(folded(lamp.street));
    if (lamp.commune !== undefined) names.communes.add(folded(lamp.commune));
    if (lamp.circuit !== undefined) names.circuits.add(lamp.circuit);
    if (lamp.cabinet !== undefined) names.cabinets.add(lamp.cabinet);
  }
  return names;
}

export interface UnknownName {
  readonly path: readonly (string | number)[];
  readonly name: string;
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
    inForce === undefined ? [] : [...namesIn(inForce)].map(({ kind, name }) => `${kind} ${name}`),
  );
  return [...namesIn(plan)].flatMap(({ kind, name, path }) => {
    const its = kind === 'streets' || kind === 'communes' ? folded(name) : name;
    return known[kind].has(its) || stood.has(`${kind} ${name}`) ? [] : [{ path, name }];
  });
}

interface Named extends UnknownName {
  readonly kind: Kind;
}

function* namesIn({ groups, floors, scenes }: LightingPlan): Generator<Named> {
  for (const [i, { where }] of groups.entries()) yield* inWhere(where, ['groups', i, 'where']);
  for (const [i, { where }] of floors.entries()) yield* inWhere(where, ['floors', i, 'where']);
  for (const [i, { parts }] of scenes.entries())
    for (const [n, { where }] of parts.entries()) yield* inWhere(where, ['scenes', i, 'parts', n, 'where']);
}

function* inWhere(where: Where | undefined, path: readonly (string | number)[]): Generator<Named> {
  for (const kind of KINDS)
    for (const [n, name] of (where?.[kind] ?? []).entries()) yield { kind, name, path: [...path, kind, n] };
}
