import { z } from 'zod';
import { Position } from '../../../../shared/geo/position.ts';
import { folded } from '../../session/index.ts';

/** A street one can name when opening a ticket. */
export interface Street {
  readonly name: string;
  readonly commune: string | undefined;
  /** somewhere on it */
  readonly position: Position | undefined;
}

const Feature = z.object({
  properties: z.object({ name: z.string(), commune: z.string().optional() }),
  geometry: z.object({ coordinates: z.array(z.unknown()) }).optional(),
});
const Collection = z.object({ features: z.array(z.unknown()) });

/** Streets of the GeoJSON collections that the hub gave, by name; what isn't a named feature is passed over. */
export function streetsOf(collections: readonly unknown[]): readonly Street[] {
  const streets = new Map<string, Street>();
  for (const collection of collections) {
    for (const raw of Collection.safeParse(collection).data?.features ?? []) {
      const feature = Feature.safeParse(raw).data;
      if (feature === undefined || feature.properties.name === '') continue;
      const { name, commune } = feature.properties;
      const key = `${name}|${commune ?? ''}`;
      if (!streets.has(key))
        streets.set(key, { name, commune, position: middle(feature.geometry?.coordinates) });
    }
  }
  return [...streets.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** The middle vertex of a line, or of the first line of several. */
function middle(coordinates: readonly unknown[] | undefined): Position | undefined {
  if (coordinates === undefined || coordinates.length === 0) return undefined;
  const at = coordinates[Math.floor(coordinates.length / 2)];
  const position = Position.safeParse(Array.isArray(at) ? at.slice(0, 2) : at);
  if (position.success) return position.data;
  return Array.isArray(coordinates[0]) ? middle(coordinates[0]) : undefined;
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
