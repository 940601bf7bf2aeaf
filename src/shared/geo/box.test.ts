import { expect, test } from 'vitest';
import { type Box, isWithin } from './box.ts';

const dijon: Box = [4.98, 47.28, 5.1, 47.38];

test.each<[string, [number, number], boolean]>([
  ['in the middle', [5.04, 47.32], true],
  ['on its edge', [4.98, 47.38], true],
  ['west of it', [4.97, 47.32], false],
  ['north of it', [5.04, 47.39], false],
])('%s', (_, position, within) => expect(isWithin(dijon, position)).toBe(within));
