import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import { LampBook } from './lamp-book.ts';

/** A district of lamps, each an id and the places of its street and commune among the names. */
function district(
  slot: number,
  names: readonly string[],
  lamps: readonly (readonly [string, number, number])[],
) {
  const column = (n: 1 | 2) => Uint16Array.from(lamps, (lamp) => lamp[n]);
  const piece: DistrictLamps = {
    slot,
    district: String(slot),
    name: String(slot),
    dictVersion: 1,
    ids: lamps.map(([id]) => id),
    lon: new Float64Array(lamps.length),
    lat: new Float64Array(lamps.length),
    names: [...names],
    street: column(1),
    commune: column(2),
    cabinet: new Uint16Array(lamps.length),
    circuit: new Uint16Array(lamps.length),
    kind: new Uint16Array(lamps.length),
    power: new Float32Array(lamps.length).fill(Number.NaN),
  };
  return piece;
}
const book = new LampBook();
book.set([
  district(
    0,
    ['', 'rue Monge', 'Dijon'],
    [
      ['LMP-10', 1, 2],
      ['LMP-9', 1, 2],
      ['', 1, 2],
      ['LMP-100', 0, 2],
    ],
  ),
  district(
    3,
    ['', 'Chenôve', 'rue Monge', 'Dijon'],
    [
      ['LMP-2', 2, 3],
      ['LMP-3', 2, 1],
    ],
  ),
]);
const ids = (refs: ReturnType<LampBook['find']>) => refs.map((ref) => book.facts(ref)?.id);

test('a street’s lamps come from every district, in order of number, without those removed', () =>
  expect(ids(book.inStreet('rue Monge', 'Dijon'))).toEqual(['LMP-2', 'LMP-9', 'LMP-10']));
test('a street of the same name elsewhere is another', () =>
  expect(ids(book.inStreet('rue Monge', 'Chenôve'))).toEqual(['LMP-3']));
test('a street nobody has lit has none', () => expect(book.inStreet('rue Verte', 'Dijon')).toEqual([]));

test('the lamp of just this id comes first, however many others hold it', () =>
  expect(ids(book.find(['lmp-100'], 1))).toEqual(['LMP-100']));
test('the exact id is found past the end of the others', () => {
  const many = new LampBook();
  many.set([district(0, [''], [...['X10', 'X11', 'X12', 'X1'].map((id) => [id, 0, 0] as const)])]);
  expect(many.find(['x1'], 2).map(({ index }) => index)).toEqual([3, 0]);
});

test('what is found has every word, no more than asked for, each lamp once', () =>
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('A', 'b', '1', '-'), maxLength: 5 }), { maxLength: 40 }),
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.integer({ min: 1, max: 8 }),
      (all, words, most) => {
        const lamps = new LampBook();
        lamps.set([
          district(
            0,
            [''],
            all.map((id) => [id, 0, 0] as const),
          ),
        ]);
        const found = lamps.find(words, most);
        const fits = all.filter((id) => id !== '' && words.every((word) => id.toLowerCase().includes(word)));
        for (const { index } of found) expect(fits).toContain(all[index]);
        expect(found).toHaveLength(Math.min(most, fits.length));
        expect(new Set(found.map(({ index }) => index)).size).toBe(found.length);
      },
    ),
  ));

test('a lamp is known by its id, and no longer once its district has come without it', () => {
  const changing = new LampBook();
  changing.set([district(0, ['', 'rue Monge', 'Dijon'], [['LMP-9', 1, 2]])]);
  expect(changing.byId('LMP-9')?.street).toBe('rue Monge');
  changing.set([district(0, ['', 'rue Monge', 'Dijon'], [['LMP-10', 1, 2]])]);
  expect(changing.byId('LMP-9')).toBeUndefined();
  expect(changing.byId('LMP-10')?.commune).toBe('Dijon');
});
