import { expect, test } from 'vitest';
import type { OutboxItem } from '../../../../shared/ipc/model.ts';
import { outcomesOf } from './outcome.ts';

const item = (cmd: string, state: OutboxItem['state']) => ({ cmd, state }) as OutboxItem;
const made = [
  { ticket: 'a', cmd: '1' },
  { ticket: 'b', cmd: '2' },
  { ticket: 'c', cmd: '3' },
  { ticket: 'd', cmd: undefined },
];

test('each command has its own outcome: gone from the outbox is done', () => {
  const outcomes = outcomesOf(made, [item('2', 'sent'), item('3', 'refused')], new Map());
  expect(outcomes.done).toEqual(['a']);
  expect(outcomes.waiting).toEqual(['b']);
  expect(outcomes.refused.map(({ ticket }) => ticket)).toEqual(['c', 'd']);
});

test('what was refused and taken note of is not done', () => {
  const outcomes = outcomesOf(made, [], new Map([['3', item('3', 'refused')]]));
  expect(outcomes.done).toEqual(['a', 'b']);
  expect(outcomes.refused.map(({ ticket }) => ticket)).toEqual(['c', 'd']);
});
