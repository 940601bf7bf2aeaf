import { expect, test } from 'vitest';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { sizeWords } from './words.ts';

const t = createTranslate('fr');
const NARROW = /[\u00a0\u202f]/g;

test.each([
  [0, '0 ko'],
  [40, '1 ko'],
  [12_345, '12 ko'],
  [99_999, '100 ko'],
  [100_000, '0,1 Mo'],
  [7_250_000, '7,3 Mo'],
])('%d bytes are said « %s »', (bytes, said) =>
  expect(sizeWords(t, 'fr', bytes).replace(NARROW, ' ')).toBe(said),
);
