import { expect, test } from 'vitest';
import { inForce } from './in-force.ts';
import type { Shortcut } from './shortcut.ts';

const key = (keys: string, label: string, more: Partial<Shortcut> = {}): Shortcut => ({
  keys,
  shown: keys.toUpperCase(),
  label: label as Shortcut['label'],
  run: () => undefined,
  ...more,
});
const said = (...shortcuts: readonly Shortcut[]) => inForce(shortcuts).map(({ shown }) => shown);

test('two keys that do the same kind of thing are both told of', () =>
  expect(said(key('d', 'advice.key.accept'), key('Shift+d', 'advice.key.accept'))).toEqual(['D', 'SHIFT+D']));

test('of several on one key only the one that is heard', () => {
  const [under, over] = [key('Escape', 'desk.key.showAll'), key('Escape', 'desk.key.leaveForm')];
  expect(inForce([under, over])).toEqual([over]);
});

test('digits that do one thing are one line', () =>
  expect(said(key('1', 'tick', { shown: '1 – 9' }), key('2', 'tick', { shown: '1 – 9' }))).toEqual([
    '1 – 9',
  ]));

test('what is only heard for who comes too late is left out', () =>
  expect(said(key('h', 'calls.key.answer', { unlisted: true }), key('n', 'desk.key.create'))).toEqual(['N']));
