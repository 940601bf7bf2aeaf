import type { NamedStreet } from '../../../../shared/geo/named-street.ts';
import { folded } from '../../../../shared/i18n/folded.ts';

/** « 41, rue de la Liberté » split into what stands before the street and the words of the street. */
export function splitNumber(text: string): readonly [string, string] {
  const found = /^\s*(\d+\s*(?:bis|ter|quater)?\s*,?\s+)(.*)$/i.exec(text);
  return found === null ? ['', text] : [found[1]!, found[2]!];
}

/** Streets whose name has every word typed; those that begin with it first. */
export function findStreets(
  streets: readonly NamedStreet[],
  typed: string,
  most: number,
): readonly NamedStreet[] {
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
