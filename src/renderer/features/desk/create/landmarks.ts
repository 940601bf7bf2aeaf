import type { Landmark } from '../../../../shared/geo/landmark.ts';
import { folded } from '../../../../shared/i18n/folded.ts';

/** Places that one of their names has every word typed of; those whose name begins with it first. */
export function findLandmarks(
  landmarks: readonly Landmark[],
  typed: string,
  most: number,
): readonly Landmark[] {
  const sought = folded(typed).trim();
  const words = sought.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const begins = (text: string) => folded(text).startsWith(sought);
  return landmarks
    .filter(({ name, alternateNames = [] }) =>
      [name, ...alternateNames].map(folded).some((text) => words.every((word) => text.includes(word))),
    )
    .toSorted((a, b) => Number(begins(b.name)) - Number(begins(a.name)))
    .slice(0, most);
}
