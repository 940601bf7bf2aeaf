import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded } from '../../../shared/i18n/folded.ts';
import { findTyped, NOTHING_TYPED, takesSpace, typedNext } from './typed-ahead.ts';

const STREETS = ['place Darcy', 'rue de la Liberté', 'rue des Forges', 'rue Monge', 'rue Musette'];
const type = (text: string, gap = 100) =>
  [...text].reduce((typed, key, n) => typedNext(typed, key, n * gap), NOTHING_TYPED).text;

test('letters in one go are a word, a letter after a while begins another', () => {
  expect(type('mon')).toBe('mon');
  expect(type('mon', 800)).toBe('n');
  expect(type('É'), 'case and accents don’t count').toBe('e');
});

test('a space goes on with a word and begins none', () => {
  expect(takesSpace(NOTHING_TYPED, 0)).toBe(false);
  const typed = typedNext(NOTHING_TYPED, 'l', 0);
  expect(takesSpace(typed, 300)).toBe(true);
  expect(takesSpace(typed, 900)).toBe(false);
});

test('a name is found by how it begins, or by any of its words', () => {
  expect(findTyped(STREETS, 'rue m', 0)).toBe(3);
  expect(findTyped(STREETS, 'liberte', 0)).toBe(1);
  expect(findTyped(STREETS, 'la liberte', 0)).toBe(1);
  expect(findTyped(STREETS, 'x', 0)).toBeUndefined();
});

test('one letter leads on to the next, and round', () => {
  expect(findTyped(STREETS, 'r', 1)).toBe(2);
  expect(findTyped(STREETS, 'r', 4)).toBe(1);
  expect(findTyped(STREETS, 'rue', 2), 'more letters stay where they fit').toBe(2);
  expect(findTyped([], 'r', 0)).toBeUndefined();
});

test('who types a whole name is led to one that begins so, wherever the cursor is', () => {
  const names = fc.array(fc.string({ minLength: 1 }), { minLength: 1 });
  fc.assert(
    fc.property(names, fc.nat(), fc.nat(), (labels, which, cursor) => {
      const text = folded(labels[which % labels.length]!);
      const found = findTyped(labels, text, cursor % labels.length);
      expect(folded(labels[found!]!).startsWith(text)).toBe(true);
    }),
  );
});
