import type { CabinetId } from '../../shared/ids.ts';
import type { PlanLookup } from '../plan/index.ts';

/**
 * The cabinets that hang on one medium-voltage feeder with a given one: from cabinet to cabinet along the streets that
 * they light together, as such cables are laid.
 * @param most how many cabinets at most; there are fewer where the streets end
 */
export function feederOf(lookup: PlanLookup, from: CabinetId, most: number): readonly CabinetId[] {
  const found = new Set([from]);
  // Grows while it is walked through.
  for (const cabinet of found)
    for (const { street } of lookup.lampsOfCabinet(cabinet))
      for (const { cabinet: next } of lookup.lampsOfStreet(street)) {
        if (found.size >= most) return [...found];
        found.add(next);
      }
  return [...found];
}
