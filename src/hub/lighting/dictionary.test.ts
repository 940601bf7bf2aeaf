import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import { mergeDictionary } from './dictionary.ts';

const dictionary = (ids: readonly (number | null)[], dictVersion = 1): Dictionary =>
  Dictionary.parse({
    v: 1,
    district: '01',
    name: 'Centre',
    dictVersion,
    lamps: ids.map((id) => (id === null ? null : { id: `L-${id}`, position: [5, 47], street: 'rue' })),
  });
const ids = (d: Dictionary) => d.lamps.map((lamp) => lamp?.id ?? null);

it('keeps places, leaves tombstones and adds at the end', () => {
  const merged = mergeDictionary(dictionary([1, 2, 3]), dictionary([4, 3, 1]));
  expect(ids(merged)).toEqual(['L-1', null, 'L-3', 'L-4']);
  expect(merged.dictVersion).toBe(2);
});

it('is the very same where nothing changed, whatever order and version the file has', () => {
  const stored = dictionary([1, 2, 3], 9);
  expect(mergeDictionary(stored, dictionary([3, 1, 2], 4))).toBe(stored);
});

it('never moves a lamp, over any run of inventories, and raises the version with each change', () => {
  const inventory = fc.uniqueArray(fc.nat(30), { maxLength: 20 });
  fc.assert(
    fc.property(inventory, fc.array(inventory, { maxLength: 6 }), (first, later) => {
      let now = dictionary(first);
      const places = new Map(ids(now).map((id, index) => [id, index]));
      for (const next of later) {
        const merged = mergeDictionary(now, dictionary(next));
        expect(new Set(ids(merged).filter((id) => id !== null))).toEqual(
          new Set(next.map((id) => `L-${id}`)),
        );
        if (merged !== now) expect(merged.dictVersion).toBeGreaterThan(now.dictVersion);
        for (const [index, id] of ids(merged).entries())
          if (id !== null && ids(now).includes(id)) expect(index).toBe(ids(now).indexOf(id));
        now = merged;
      }
      expect(now.lamps.length).toBeGreaterThanOrEqual(places.size);
    }),
  );
});
