import type { CabinetId } from '../ids.ts';
import type { OnCircuit } from '../lamp/circuit.ts';
import type { LightingPlan, Where } from './model.ts';
import { wheresIn } from './where-names.ts';

/** Which cabinets have a circuit so called; one that cabinets share is a single one, and is not among them (ADR 126). */
export type CabinetsOfCircuits = ReadonlyMap<string, readonly CabinetId[]>;

export function cabinetsOfCircuits(
  lamps: Iterable<OnCircuit & { readonly cabinet?: CabinetId | undefined }>,
): CabinetsOfCircuits {
  const found = new Map<string, Set<CabinetId>>();
  for (const { cabinet, circuit, sharedCircuit } of lamps) {
    if (circuit === undefined || cabinet === undefined || sharedCircuit) continue;
    const its = found.get(circuit) ?? new Set();
    found.set(circuit, its.add(cabinet));
  }
  const inOrder = new Intl.Collator('fr', { numeric: true });
  return new Map([...found].map(([name, its]) => [name, [...its].toSorted(inOrder.compare)]));
}

/** A name in a plan that is of several circuits, each of another cabinet. */
export interface AmbiguousCircuit {
  readonly circuit: string;
  readonly cabinets: readonly CabinetId[];
}

/** Circuits that are named by their name alone and are several, as far as the cabinets that are named beside leave them. */
export function ambiguousIn(where: Where, all: CabinetsOfCircuits): readonly AmbiguousCircuit[] {
  return (where.circuits ?? []).flatMap((circuit) => {
    if (typeof circuit !== 'string') return [];
    const its = all.get(circuit) ?? [];
    const cabinets = where.cabinets === undefined ? its : its.filter((one) => where.cabinets?.includes(one));
    return cabinets.length > 1 ? [{ circuit, cabinets }] : [];
  });
}

/** The same of a whole plan, each with its place in it. */
export const ambiguousCircuits = (
  plan: LightingPlan,
  all: CabinetsOfCircuits,
): readonly (AmbiguousCircuit & { readonly path: readonly (string | number)[] })[] =>
  [...wheresIn(plan)].flatMap(({ where, path }) =>
    ambiguousIn(where, all).map((one) => ({ ...one, path: [...path, 'circuits'] })),
  );

/** Named cabinet by cabinet instead: it means the same lamps, and any of them can be taken out. */
export const byCabinet = (where: Where, { circuit, cabinets }: AmbiguousCircuit): Where => ({
  ...where,
  circuits: (where.circuits ?? []).flatMap((one) =>
    one === circuit ? cabinets.map((cabinet) => ({ cabinet, circuit })) : [one],
  ),
});
