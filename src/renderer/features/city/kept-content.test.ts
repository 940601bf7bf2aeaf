import { expect, test } from 'vitest';
import { LampId } from '../../../shared/ids.ts';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import { MOST_BY_ID, type SelectionContent } from '../../../shared/kept-selection/model.ts';
import { type LampKey, lampKey } from '../../../shared/lamp/selection.ts';
import { contentOf, lampsOfContent } from './kept-content.ts';
import { LampBook } from './lamp-book.ts';

/** A district that is a commune, of two streets one after the other. */
function district(slot: number, lamps: number): DistrictLamps {
  const column = (of: (n: number) => number) => Uint16Array.from({ length: lamps }, (_, n) => of(n));
  return {
    slot,
    district: `${slot}`,
    name: `Quartier ${slot}`,
    dictVersion: 1,
    ids: Array.from({ length: lamps }, (_, n) => `${slot}-${n}`),
    lon: new Float64Array(lamps),
    lat: new Float64Array(lamps),
    names: ['', 'rue A', 'rue B', `Commune ${slot}`],
    street: column((n) => (n < lamps / 2 ? 1 : 2)),
    commune: column(() => 3),
    cabinet: column(() => 0),
    circuit: column(() => 0),
    kind: column(() => 0),
    power: new Float32Array(lamps),
  } as DistrictLamps;
}
const LARGE = 4_000;
const book = new LampBook();
book.set([district(0, LARGE), district(1, 10)]);
const keys = (slot: number, ...range: readonly [number, number]): readonly LampKey[] =>
  Array.from({ length: range[1] - range[0] }, (_, n) => lampKey({ slot, index: range[0] + n }));

test('a few lamps are kept by id, though they be a whole street', () => {
  const chosen = new Set(keys(1, 0, 5));
  const content = contentOf(chosen, book, []);
  expect(content?.groups).toEqual([]);
  expect(content?.lamps).toHaveLength(5);
  expect(lampsOfContent(content!, book)).toEqual(chosen);
});

test('of very many whole groups are kept by name, and the rest by id: the same lamps come back', () => {
  const chosen = new Set([...keys(0, 0, LARGE), ...keys(1, 0, 7)]);
  const content = contentOf(chosen, book, []);
  expect(content?.groups).toHaveLength(2);
  expect(content?.lamps).toEqual(['1-5', '1-6']);
  expect(lampsOfContent(content!, book)).toEqual(chosen);
});

test('too many that are no whole group, or beside too many others, stay at the seat', () => {
  expect(contentOf(new Set(keys(0, 1, MOST_BY_ID)), book, [])).toBeDefined();
  expect(contentOf(new Set(keys(0, 1, LARGE - 1).filter((_, n) => n % 3 > 0)), book, [])).toBeUndefined();
  const lamps = Array.from({ length: MOST_BY_ID }, (_, n) => LampId.parse(`${n}`.padStart(20, '0')));
  const others: readonly SelectionContent[] = Array.from({ length: 10 }, () => ({ groups: [], lamps }));
  expect(contentOf(new Set(keys(1, 0, 5)), book, others)).toBeUndefined();
});

test('lamps that the inventory has no more are left out when it is looked at again', () => {
  expect(lampsOfContent({ groups: [], lamps: [LampId.parse('gone')] }, book).size).toBe(0);
});
