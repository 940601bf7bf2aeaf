import { expect, test } from 'vitest';
import { masked } from './masked.ts';

test.each([
  ['0612345678', '06 •• •• •• 78'],
  ['06 12 34 56 78', '06 •• •• •• 78'],
  ['+33612345678', '33 •• •• •• •• 78'],
  ['3919', '••'],
])('%s is read as %s', (number, read) => expect(masked(number).replaceAll('\u00a0', ' ')).toBe(read));
