import { expect, test } from 'vitest';
import { tagOf } from './tag.ts';

const title = 'Fumée, local à poubelles';

test('the number; of the open one also what it is', () => {
  expect(tagOf({ label: '0413', title }, false)).toBe('0413');
  expect(tagOf({ label: '0413', title }, true)).toBe('0413 · Fumée');
});

test('without a number yet what it is: a tag is never empty', () => {
  expect(tagOf({ label: '', title }, false)).toBe('Fumée');
  expect(tagOf({ label: '', title: ', illisible' }, false)).toBe(', illisible');
});
