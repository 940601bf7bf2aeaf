import { expect, it } from 'vitest';
import { DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import { extentOf } from './extent.ts';

const lamp = (n: number, more: object) =>
  DictionaryLamp.parse({ id: `L-${n}`, position: [5, 47], street: '', circuit: 'départ 1', ...more });

it.each([
  ['of one cabinet are one', ['ARM-1', 'ARM-1'], undefined, 1],
  ['of two cabinets are two', ['ARM-1', 'ARM-2'], undefined, 2],
  ['that cabinets share are one', ['ARM-1', 'ARM-2'], true, 1],
])('circuits of one name %s, by which an alarm tells what failed', (_, cabinets, sharedCircuit, count) => {
  const out = cabinets.map((cabinet, n) => lamp(n, { cabinet, sharedCircuit }));
  expect(extentOf(out, []).circuits).toEqual(Array(count).fill('départ 1'));
});
