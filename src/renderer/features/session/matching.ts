import { folded } from '../../../shared/i18n/folded.ts';
import type { Person } from '../../../shared/rights/model.ts';

/** People whose name has every word typed, in order of name. */
export function matching(people: readonly Person[], typed: string): readonly Person[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return people
    .filter((person) => words.every((word) => folded(person.name).includes(word)))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}
