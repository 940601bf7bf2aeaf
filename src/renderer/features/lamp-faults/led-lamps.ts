import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import type { StreetConversion } from '../../../shared/lamp/conversion.ts';

export type LedState = 'led' | 'planned' | 'rest';

/**
 * Ids of the lamps of some streets that are in a state. What is left to do the hub names; the others are LED.
 * @param pieces of the districts of all these streets
 * @returns undefined where the hub, an older one, does not name what is left
 */
export function ledLamps(
  streets: readonly StreetConversion[],
  state: LedState,
  pieces: Iterable<Pick<DistrictLamps, 'ids'>>,
): readonly string[] | undefined {
  const unnamed = streets.some(({ named, planned, rest }) => named === undefined && planned + rest > 0);
  if (unnamed) return undefined;
  const of = (what: 'planned' | 'rest') => streets.flatMap(({ named }) => named?.[what] ?? []);
  if (state !== 'led') return of(state);
  const left = new Set<string>([...of('planned'), ...of('rest')]);
  return [...pieces].flatMap(({ ids }) => [...ids].filter((id) => id !== '' && !left.has(id)));
}

/** Of LED lamps, those whose power before is recorded; undefined where an older hub does not say it. */
export function basedOf(streets: readonly StreetConversion[]): number | undefined {
  if (streets.some(({ based }) => based === undefined)) return undefined;
  return streets.reduce((sum, { based = 0 }) => sum + based, 0);
}

/** The earliest day, month or year that something is planned for. */
export const nextOf = (streets: readonly StreetConversion[]): string | undefined =>
  streets.flatMap(({ next }) => next ?? []).toSorted()[0];
