import { Lightbulb } from 'lucide-react';
import { expect, test } from 'vitest';
import { RULES, type Rule } from '../../../../shared/advice/rules.ts';
import { inOrder } from './order.ts';
import type { Proposal } from './proposal.ts';

const proposal = (rule: Rule, key = 'k'): Proposal => ({
  rule,
  key,
  icon: Lightbulb,
  title: rule,
  reasons: [],
  unless: '',
  way: '',
  follow: () => Promise.resolve(),
  whyNot: '',
});
const rules = Object.keys(RULES) as Rule[];
const order = (priority: 1 | 2 | 3 | 4, of: readonly Rule[]) =>
  inOrder(
    { priority },
    of.map((rule) => proposal(rule)),
  ).map(({ rule }) => rule);

test('a promise comes before all, then what is over; light and a unit before the queue where somebody is in danger', () => {
  expect(order(1, rules.toReversed()).slice(0, 5)).toEqual([
    'promise',
    'returned',
    'relight',
    'nearestUnit',
    'outage',
  ]);
  expect(order(3, rules).slice(0, 4)).toEqual(['promise', 'returned', 'outage', 'duplicate']);
});
test.each([1, 4] as const)('every rule has its place, P%i', (priority) =>
  expect(order(priority, rules.toReversed())).toEqual(order(priority, rules)),
);
test('several of one rule keep their order, and what was refused is not there', () => {
  const all = [proposal('duplicate', 'a'), proposal('duplicate', 'b'), proposal('duplicate', 'c')];
  const left = inOrder({ priority: 2, refusedAdvice: ['duplicate:b'] }, all);
  expect(left.map(({ key }) => key)).toEqual(['a', 'c']);
});
