import type { NamedStreet } from '../../../../shared/geo/named-street.ts';
import { byWords } from './by-words.ts';

/** « 41, rue de la Liberté » split into what stands before the street and the words of the street. */
export function splitNumber(text: string): readonly [string, string] {
  const found = /^\s*(\d+\s*(?:bis|ter|quater)?\s*,?\s+)(.*)$/i.exec(text);
  return found === null ? ['', text] : [found[1]!, found[2]!];
}

/** Streets whose name has every word typed after the number; those that begin with it first. */
export const findStreets = (
  streets: readonly NamedStreet[],
  typed: string,
  most: number,
): readonly NamedStreet[] => byWords(streets, ({ name }) => [name], splitNumber(typed)[1], most);
