import { folded } from '../../../../shared/i18n/folded.ts';

/**
 * What one of its names has every word typed of; what begins with that by its first name goes first.
 * @param namesOf of each, the usual one first
 */
export function byWords<T>(
  all: readonly T[],
  namesOf: (one: T) => readonly [string, ...string[]],
  typed: string,
  most: number,
): readonly T[] {
  const sought = folded(typed).trim();
  const words = sought.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const begins = (one: T) => Number(folded(namesOf(one)[0]).startsWith(sought));
  return all
    .filter((one) =>
      namesOf(one)
        .map(folded)
        .some((name) => words.every((word) => name.includes(word))),
    )
    .toSorted((a, b) => begins(b) - begins(a))
    .slice(0, most);
}
