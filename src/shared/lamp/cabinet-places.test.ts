import { expect, test } from 'vitest';
import { CabinetId } from '../ids.ts';
import { CabinetPlaces, cabinetPlaces } from './cabinet-places.ts';
import { Dictionary } from './dictionary.ts';

const district = (id: string, cabinets: readonly string[]) =>
  Dictionary.parse({
    v: 1,
    district: id,
    name: id,
    dictVersion: 1,
    lamps: [
      null,
      ...cabinets.map((cabinet, n) => ({ id: `${id}-${n}`, position: [5, 47], street: '', cabinet })),
    ],
  });
const cabinet = (id: string, position?: readonly [number, number]) => ({
  id: CabinetId.parse(id),
  ...(position && { position }),
});

test('a cabinet is told with the district in which it feeds most lamps', () => {
  const told = cabinetPlaces(
    [district('01', ['a', 'a', 'b']), district('02', ['b', 'b', 'c']), district('03', [])],
    [cabinet('a', [5, 47]), cabinet('b', [5.1, 47]), cabinet('c'), cabinet('unknown', [5, 47])],
  );
  expect(told.map(({ id, cabinets }) => [id, cabinets.map((one) => one.id)])).toEqual([
    ['01', ['a']],
    ['02', ['b']],
    ['03', []],
  ]);
  for (const one of told) expect(CabinetPlaces.parse(one)).toEqual(one);
});
