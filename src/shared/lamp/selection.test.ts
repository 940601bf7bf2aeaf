import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  choose,
  indexOf,
  type LampKey,
  lampKey,
  NOT_SELECTING,
  type Selecting,
  slotOf,
  toggle,
  undo,
} from './selection.ts';

const key = fc.record({ slot: fc.nat(200), index: fc.nat(65_535) }).map(lampKey);
const keys = fc.array(key, { maxLength: 20 });
const of = ({ now }: Selecting) => [...now.lamps].toSorted((a, b) => a - b);
const start = (lamps: readonly LampKey[]) => choose(NOT_SELECTING, lamps, { kind: 'lasso' }, false);

test('a key is a lamp, and no other', () =>
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(65_535), (slot, index) => {
      const one = lampKey({ slot, index });
      expect([slotOf(one), indexOf(one)]).toEqual([slot, index]);
    }),
  ));

test('twice the same click changes nothing; what is added is there beside what was', () =>
  fc.assert(
    fc.property(keys, keys, key, (a, b, one) => {
      const from = start(a);
      expect(of(toggle(toggle(from, one), one))).toEqual(of(from));
      const both = choose(from, b, { kind: 'box' }, true);
      expect(of(both)).toEqual(of(start([...b, ...a])));
      expect(of(choose(from, b, { kind: 'box' }, false))).toEqual(of(start(b)));
    }),
  ));

test('any step is undone, and done again', () =>
  fc.assert(
    fc.property(keys, keys, key, fc.boolean(), (a, b, one, adds) => {
      const from = start(a);
      for (const next of [toggle(from, one), choose(from, b, { kind: 'click' }, adds)]) {
        expect(undo(next).now).toEqual(from.now);
        expect(undo(undo(next)).now).toEqual(next.now);
      }
    }),
  ));

test('says what it was chosen by, until that is no longer the whole of it', () => {
  const [a, b] = [lampKey({ slot: 0, index: 1 }), lampKey({ slot: 0, index: 2 })];
  const street = choose(NOT_SELECTING, [a], { kind: 'named', name: 'rue Monge' }, true);
  expect(street.now.by).toEqual({ kind: 'named', name: 'rue Monge' });
  expect(toggle(street, b).now.by.kind).toBe('mixed');
  expect(toggle(street, a).now.by.kind).toBe('none');
  expect(toggle(toggle(NOT_SELECTING, a), b).now.by.kind).toBe('click');
  expect(undo(NOT_SELECTING)).toBe(NOT_SELECTING);
});

test('a scene less a lamp is that scene still, and so keeps its levels', () => {
  const [a, b] = [lampKey({ slot: 0, index: 1 }), lampKey({ slot: 0, index: 2 })];
  const by = { kind: 'scene', id: 'fireworks', name: 'Feu d’artifice' } as const;
  const less = toggle(choose(NOT_SELECTING, [a, b], by, false), a);
  expect(less.now).toEqual({ lamps: new Set([b]), by, whole: new Set([a, b]) });
  expect(toggle(less, lampKey({ slot: 1, index: 1 })).now.by.kind).toBe('mixed');
});

test('a street of which lamps were taken out is still that street, until one of elsewhere comes to it', () =>
  fc.assert(
    fc.property(fc.uniqueArray(key, { minLength: 2, maxLength: 20 }), key, (lamps, other) => {
      const street = choose(NOT_SELECTING, lamps, { kind: 'named', name: 'rue Monge' }, false);
      const [first, ...rest] = lamps;
      const less = toggle(street, first!);
      expect(less.now).toEqual({ lamps: new Set(rest), by: street.now.by, whole: new Set(lamps) });
      expect(choose(less, lamps.slice(0, 1), { kind: 'box' }, true).now).toEqual(street.now);
      if (!lamps.includes(other)) {
        expect(toggle(less, other).now).toEqual({ lamps: new Set([...rest, other]), by: { kind: 'mixed' } });
        expect(choose(less, [other], { kind: 'named', name: 'rue Vannerie' }, true).now.by.kind).toBe(
          'mixed',
        );
      }
    }),
  ));
