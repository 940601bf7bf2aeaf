import { folded } from '../i18n/folded.ts';
import { circuitListed } from '../lamp/circuit.ts';
import type { LightingPlan, Where } from './model.ts';

/** By what lamps are named in a plan, in the order in which people look for them. */
export const NAME_KINDS = ['streets', 'communes', 'districts', 'cabinets', 'circuits', 'lamps'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** One name of a kind: a circuit may be said with its cabinet. */
export type Named = NonNullable<Where[NameKind]>[number];

/** What is named alike has one key: streets, communes and districts without regard to accents and case. */
export function nameKey(kind: NameKind, named: Named): string {
  if (typeof named !== 'string') return `of cabinet ${circuitListed(named.circuit, named.cabinet)}`;
  return kind === 'streets' || kind === 'communes' || kind === 'districts' ? folded(named) : named;
}

/** « départ 1 (ARM-12) ». */
export const namedWords = (named: Named): string =>
  typeof named === 'string' ? named : `${named.circuit} (${named.cabinet})`;

interface NamedThere {
  readonly kind: NameKind;
  readonly named: Named;
  /** in the plan */
  readonly path: readonly (string | number)[];
}

/** A part of a plan that says which lamps it is for. */
export interface WhereThere {
  readonly where: Where;
  readonly path: readonly (string | number)[];
}

/** All that a plan says of which lamps. */
export function* wheresIn({ groups, floors, scenes }: LightingPlan): Generator<WhereThere> {
  for (const [i, { where = {} }] of groups.entries()) yield { where, path: ['groups', i, 'where'] };
  for (const [i, { where }] of floors.entries()) yield { where, path: ['floors', i, 'where'] };
  for (const [i, { parts }] of scenes.entries())
    for (const [n, { where }] of parts.entries()) yield { where, path: ['scenes', i, 'parts', n, 'where'] };
}

/** All that a plan names. */
export function* namesIn(plan: LightingPlan): Generator<NamedThere> {
  for (const { where, path } of wheresIn(plan))
    for (const kind of NAME_KINDS)
      for (const [n, named] of (where[kind] ?? []).entries()) yield { kind, named, path: [...path, kind, n] };
}
