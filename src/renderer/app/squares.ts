import type { Landmark } from '../../shared/geo/landmark.ts';
import type { NamedStreet } from '../../shared/geo/named-street.ts';
import { folded } from '../../shared/i18n/folded.ts';

const keyOf = ({ name, commune = '' }: Pick<Landmark, 'name' | 'commune'>): string =>
  folded(`${name} ${commune}`);

/**
 * Squares are streets of the inventory and places of the city's list: offered once, as the street, which has lamps.
 * @returns the places that are streets too, and what else people call a street
 */
export function squaresAmong(
  streets: readonly NamedStreet[],
  landmarks: readonly Landmark[],
): {
  readonly both: ReadonlySet<Landmark>;
  readonly namesOf: (street: NamedStreet) => readonly string[];
} {
  const known = new Set(streets.map(keyOf));
  const both = landmarks.filter((one) => known.has(keyOf(one)));
  const names = new Map(both.map((one) => [keyOf(one), one.alternateNames ?? []]));
  return { both: new Set(both), namesOf: (street) => names.get(keyOf(street)) ?? [] };
}
