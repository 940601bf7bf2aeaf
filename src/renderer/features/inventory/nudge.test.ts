import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, type Position } from '../../../shared/geo/position.ts';
import { nudged } from './nudge.ts';

const HERE: Position = [5.04, 47.32];
const arrow = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight');
const BACK = { ArrowUp: 'ArrowDown', ArrowDown: 'ArrowUp', ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

test('an arrow moves half a metre, with ⇧ five, and the opposite one back', () =>
  fc.assert(
    fc.property(arrow, fc.boolean(), (key, shiftKey) => {
      const there = nudged(HERE, { key, shiftKey })!;
      expect(distance(HERE, there)).toBeCloseTo(shiftKey ? 5 : 0.5, 2);
      expect(distance(HERE, nudged(there, { key: BACK[key], shiftKey })!)).toBeLessThan(1e-3);
    }),
  ));

test('north is up, east is right, and another key moves nothing', () => {
  expect(nudged(HERE, { key: 'ArrowUp', shiftKey: false })![1]).toBeGreaterThan(HERE[1]);
  expect(nudged(HERE, { key: 'ArrowRight', shiftKey: false })![0]).toBeGreaterThan(HERE[0]);
  expect(nudged(HERE, { key: 'Enter', shiftKey: false })).toBeUndefined();
});
