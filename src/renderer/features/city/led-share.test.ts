import { expect, it } from 'vitest';
import { ledShare } from './led-share.ts';

it('counts LED among lamps whose kind is known, removed ones left out', () => {
  const names = ['', 'LED', 'Sodium haute pression', 'Lanterne led 42 W', 'Sledge'];
  const piece = (ids: string[], kind: number[]) => ({ ids, names, kind: Uint16Array.from(kind) });
  const pieces = [piece(['a', 'b', '', 'd'], [1, 2, 1, 0]), piece(['e', 'f'], [3, 4])];
  expect(ledShare(pieces as never)).toEqual({ led: 2, of: 4 });
  expect(ledShare([])).toEqual({ led: 0, of: 0 });
});
