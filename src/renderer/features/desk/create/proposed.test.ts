import { expect, test } from 'vitest';
import { EMPTY_DRAFT } from './draft.ts';
import { priorityFor, priorityOfKey } from './proposed.ts';

const NIGHT = { hour: 3, weekday: true };
const draft = {
  ...EMPTY_DRAFT,
  kind: 'fight',
  title: 'Rixe',
  description: 'il a un couteau',
  priority: 2 as const,
};
const press = (key: string, alt: boolean) =>
  ({ key, code: `Digit${key}`, getModifierState: (name: string) => alt && name === 'Alt' }) as KeyboardEvent;

test('what is written in title and description decides', () =>
  expect(priorityFor(draft, NIGHT)).toMatchObject({ priority: 1 }));

test.each([
  ['the proposed one', press('p', true), 1],
  ['a digit', press('4', true), 4],
  ['a letter that is written', press('p', false), undefined],
  ['a digit that is written', press('4', false), undefined],
])('Alt takes %s', (_name, event, priority) => expect(priorityOfKey(event, draft, NIGHT)).toBe(priority));
