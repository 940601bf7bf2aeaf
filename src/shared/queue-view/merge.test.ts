import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../wire/time.ts';
import { mergeViews } from './merge.ts';
import { Criteria, NamedView } from './model.ts';

const view = (name: string, at: number, more: object = {}) =>
  NamedView.parse({ name, at: instant(at), criteria: Criteria.parse(more) });
const removed = (name: string, at: number) => NamedView.parse({ name, at: instant(at) });

test('of one name what was said last counts, a removal too', () => {
  const nuit = view('Nuit', 2_000, { late: true });
  expect(mergeViews([view('Nuit', 1_000), view('Voirie', 0)], [nuit])).toEqual([nuit, view('Voirie', 0)]);
  expect(mergeViews([removed('Nuit', 3_000)], [nuit])).toEqual([removed('Nuit', 3_000)]);
  expect(mergeViews([removed('Nuit', 1_000)], [nuit])).toEqual([nuit]);
});

const some = fc.array(
  fc
    .record({ name: fc.constantFrom('A', 'B', 'C'), at: fc.nat(3), late: fc.boolean(), gone: fc.boolean() })
    .map(({ name, at, late, gone }) => (gone ? removed(name, at) : view(name, at, { late }))),
  { maxLength: 6 },
);
test('it is the same whoever hears of it first, and how often', () => {
  fc.assert(
    fc.property(some, some, some, (a, b, c) => {
      const all = mergeViews(mergeViews(a, b), c);
      expect(mergeViews(a, mergeViews(c, b))).toEqual(all);
      expect(mergeViews(all, b)).toEqual(all);
    }),
  );
});
