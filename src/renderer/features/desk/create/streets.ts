import type { Position } from '../../../../shared/geo/position.ts';
import type { Streets } from '../../../../shared/geo/streets.ts';
import { folded } from '../../session/index.ts';

/** A street one can name when opening a ticket. */
export interface Street {
  readonly name: string;
  readonly commune: string | undefined;
  /** somewhere on it */
  readonly position: Position;
}

/** The city's streets by name, one for all the pieces of a street in a commune. */
export function streetsOf(districts: readonly Streets[]): readonly Street[] {
  const streets = new Map<string, Street>();
  for (const { geometry, properties } of districts.flatMap((district) => district.features)) {
    const { name, commune } = properties;
    const key = `${name}|${commune ?? ''}`;
    if (name === '' || streets.has(key)) continue;
    const { coordinates } = geometry;
    streets.set(key, { name, commune, position: coordinates[Math.floor(coordinates.length / 2)]! });
  }
  return [...streets.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** « 41, rue de la Liberté » split into what stands before the street and the words of the street. */
export function splitNumber(text: string): readonly [string, string] {
  const found = /^\s*(\d+\s*(?:bis|ter|quater)?\s*,?\s+)(.*)$/i.exec(text);
  return found === null ? ['', text] : [found[1]!, found[2]!];
}

/** Streets whose name has every word typed; those that begin with it first. */
export function findStreets(streets: readonly Street[], typed: string, most: number): readonly Street[] {
  const sought = folded(splitNumber(typed)[1]).trim();
  const words = sought.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = streets.filter(({ name }) => {
    const text = folded(name);
    return words.every((word) => text.includes(word));
  });
  return hits
    .toSorted((a, b) => Number(folded(b.name).startsWith(sought)) - Number(folded(a.name).startsWith(sought)))
    .slice(0, most);
}
