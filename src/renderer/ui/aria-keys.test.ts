import { expect, test } from 'vitest';
import { ariaKeys } from './aria-keys.ts';

test.each([
  ['N', 'N'],
  ['/', '/'],
  ['↵', 'Enter'],
  ['Ctrl ↵', 'Control+Enter'],
  ['⇧ F6', 'Shift+F6'],
])('%s is announced as %s', (shown, said) => expect(ariaKeys(shown)).toBe(said));
