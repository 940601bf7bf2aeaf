import { expect, test } from 'vitest';
import { catalogues } from './index.ts';
import { frenchSpaces } from './typography.ts';

test.each([
  ['Vigie : prête ; non ?', 'Vigie\u202f: prête\u202f; non\u202f?'],
  ['« oui »', '«\u202foui\u202f»'],
  ['{n} min et 12 km', '{n}\u00a0min et 12\u00a0km'],
  ['33 961 lampes', '33\u202f961 lampes'],
  ['{s, number, ::.0} s', '{s, number, ::.0}\u00a0s'],
  ['{n, plural, one {# jour} other {# jours}}', '{n, plural, one {# jour} other {# jours}}'],
])('« %s » gets its spaces', (plain, right) => expect(frenchSpaces(plain)).toBe(right));

test('no French message has a plain space where it must not break, nor a typewriter’s apostrophe', () => {
  const entries = Object.entries(catalogues.fr);
  expect(entries.length).toBeGreaterThan(300);
  const wrong = entries.filter(([, text]) => / (?:[;!?»%]|:(?!:))|« |\w'\w/.test(text));
  expect(wrong).toEqual([]);
});
