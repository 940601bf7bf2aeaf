import { faultNames, type LampFaultName } from '../state.ts';

/** So many lamps have a kind of fault, and where they are fed from: those cabinets with most of them first. */
export interface FaultTally {
  readonly name: LampFaultName;
  readonly lamps: number;
  readonly cabinets: readonly (readonly [cabinet: string, lamps: number])[];
}

/** Lamps by kind of fault, the most first; one with two is in both. @param faults bits; @param cabinet empty where none is known */
export function faultTally(
  lamps: Iterable<{ readonly faults: number; readonly cabinet: string }>,
): readonly FaultTally[] {
  const kinds = new Map<LampFaultName, Map<string, number>>();
  for (const { faults, cabinet } of lamps)
    for (const name of faultNames(faults)) {
      const its = kinds.get(name) ?? new Map<string, number>();
      kinds.set(name, its.set(cabinet, (its.get(cabinet) ?? 0) + 1));
    }
  return [...kinds]
    .map(([name, its]) => ({
      name,
      lamps: [...its.values()].reduce((sum, n) => sum + n, 0),
      cabinets: [...its].filter(([cabinet]) => cabinet !== '').toSorted(([, a], [, b]) => b - a),
    }))
    .toSorted((a, b) => b.lamps - a.lamps);
}
