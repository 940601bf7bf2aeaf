import places from '../data/places.json' with { type: 'json' };
import { TOWNS } from './communes.ts';
import { gap, toPlane } from './geometry.ts';
import type { Point } from './types.ts';

/** Names people use for parts of the metropolis: Dijon's quarters, then the other communes. */
const QUARTERS: readonly { readonly name: string; readonly center: Point }[] = [
  ...places.quarters.map(({ name, at }) => ({ name, center: toPlane(at) })),
  ...TOWNS.filter(({ name }) => name !== 'Dijon'),
];

/** Gives each district the nearest quarter's name, the closest pairs first, none twice. */
export function nameDistricts(centers: readonly Point[]): string[] {
  const pairs = centers.flatMap((center, district) =>
    QUARTERS.map((quarter) => ({ district, name: quarter.name, d: gap(center, quarter.center) })),
  );
  const names: string[] = [];
  const taken = new Set<string>();
  for (const { district, name } of pairs.sort((a, b) => a.d - b.d)) {
    if (names[district] !== undefined || taken.has(name)) continue;
    names[district] = name;
    taken.add(name);
  }
  return names;
}
