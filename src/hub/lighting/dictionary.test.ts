import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Position } from '../../shared/geo/position.ts';
import type { LampId } from '../../shared/ids.ts';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import { mendLamp, mergeDictionary, type StoredDistrict } from './dictionary.ts';

const dictionary = (ids: readonly (number | null)[], dictVersion = 1): Dictionary =>
  Dictionary.parse({
    v: 1,
    district: '01',
    name: 'Centre',
    dictVersion,
    lamps: ids.map((id) => (id === null ? null : { id: `L-${id}`, position: [5, 47], street: 'rue' })),
  });
const ids = ({ dictionary: { lamps } }: StoredDistrict) => lamps.map((lamp) => lamp?.id ?? null);
const stored = (...of: Parameters<typeof dictionary>) => mergeDictionary(undefined, dictionary(...of));

it('keeps places, leaves tombstones and adds at the end', () => {
  const merged = mergeDictionary(stored([1, 2, 3]), dictionary([4, 3, 1]));
  expect(ids(merged)).toEqual(['L-1', null, 'L-3', 'L-4']);
  expect(merged.dictionary.dictVersion).toBe(2);
});

it('a lamp that returns takes its own place again, and no other one does', () => {
  const without = mergeDictionary(stored([1, 2, 3]), dictionary([1, 4]));
  expect(ids(without)).toEqual(['L-1', null, null, 'L-4']);
  const back = mergeDictionary(without, dictionary([5, 3, 4, 1]));
  expect(ids(back)).toEqual(['L-1', null, 'L-3', 'L-4', 'L-5']);
  expect([...back.gone]).toEqual([['L-2', 1]]);
});

it('is the very same where nothing changed, whatever order and version the file has', () => {
  const before = stored([1, 2, 3], 9);
  expect(mergeDictionary(before, dictionary([3, 1, 2], 4))).toBe(before);
});

it('never moves a lamp, over any run of inventories, and raises the version with each change', () => {
  const inventory = fc.uniqueArray(fc.nat(30), { maxLength: 20 });
  fc.assert(
    fc.property(inventory, fc.array(inventory, { maxLength: 6 }), (first, later) => {
      let now = stored(first);
      const own = new Map(ids(now).map((id, index) => [id, index]));
      for (const next of later) {
        const merged = mergeDictionary(now, dictionary(next));
        expect(new Set(ids(merged).filter((id) => id !== null))).toEqual(
          new Set(next.map((id) => `L-${id}`)),
        );
        if (merged !== now) expect(merged.dictionary.dictVersion).toBeGreaterThan(now.dictionary.dictVersion);
        for (const [index, id] of ids(merged).entries()) {
          if (id === null) continue;
          expect(index).toBe(own.get(id) ?? index);
          own.set(id, index);
        }
        now = merged;
      }
      expect(ids(now)).toHaveLength(own.size);
    }),
  );
});

const L1 = 'L-1' as LampId;
const HERE: Position = [5.001, 47.002];
const standing = ({ dictionary: { lamps } }: StoredDistrict) =>
  lamps[0] as { position: Position; mended?: object };
const mended = (position: Position = HERE): StoredDistrict => {
  const { dictionary: before, gone } = stored([1, 2], 4);
  return { dictionary: mendLamp(before, L1, position), gone };
};
const saying = (position: Position): Dictionary => {
  const { lamps, ...rest } = dictionary([1, 2]);
  return { ...rest, lamps: lamps.map((lamp) => (lamp?.id === L1 ? { ...lamp, position } : lamp)) };
};

it('a lamp that was mended stands there through every import that says what the files said then', () => {
  const there = mended();
  expect(standing(there)).toMatchObject({ position: HERE, mended: { from: [5, 47] } });
  expect(there.dictionary.dictVersion).toBe(5);
  expect(mergeDictionary(there, saying([5, 47]))).toBe(there);
  // Mended again, it is still the place of the files that counts.
  const again = { ...there, dictionary: mendLamp(there.dictionary, L1, [5.002, 47]) };
  expect(standing(mergeDictionary(again, saying([5, 47])))).toMatchObject({ position: [5.002, 47] });
});

it('gives way to files that say something else, and is nobody’s mending where they say the same', () => {
  const moved = mergeDictionary(mended(), saying([5.003, 47]));
  expect(standing(moved)).toMatchObject({ position: [5.003, 47] });
  expect(standing(moved).mended).toBeUndefined();
  expect(standing(mended([5, 47])).mended).toBeUndefined();
});
