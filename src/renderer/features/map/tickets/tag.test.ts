import { expect, test } from 'vitest';
import { tagOf } from './tag.ts';

const title = 'Fumée, local à poubelles';

const age = '4 min';

test('the number and its age; of the open one also what it is', () => {
  expect(tagOf({ label: '0413', title, age }, false)).toBe('0413 · 4 min');
  expect(tagOf({ label: '0413', title, age }, true)).toBe('0413 · Fumée · 4 min');
});

test('without a number yet what it is: a tag is never empty', () => {
  expect(tagOf({ label: '', title, age }, false)).toBe('Fumée · 4 min');
  expect(tagOf({ label: '', title: ', illisible', age }, false)).toBe(', illisible · 4 min');
});
