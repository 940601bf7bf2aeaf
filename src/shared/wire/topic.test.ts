import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeSegment, encodeSegment, filters, idsOf, topics } from './topic.ts';

test('any id comes back, and no id makes another level or a wildcard', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
      expect(encodeSegment(id)).not.toMatch(/[/+#]/);
      expect(decodeSegment(encodeSegment(id))).toBe(id);
      expect(idsOf(filters.lampStates, topics.lampState(id))).toEqual([id]);
    }),
  );
});

test('a topic of another kind or with a broken encoding has no ids', () => {
  expect(idsOf(filters.lampStates, 'city/v1/lamp/a/presence')).toBeUndefined();
  expect(idsOf(filters.lampStates, 'city/v1/lamp/a/state/more')).toBeUndefined();
  expect(idsOf(filters.lampStates, 'city/v1/lamp/%E9%/state')).toBeUndefined();
  expect(idsOf(filters.lampStates, 'city/v1/lamp/a%00/state')).toBeUndefined();
  expect(idsOf(filters.data, topics.data('person', 'a/b'))).toEqual(['person', 'a/b']);
});
