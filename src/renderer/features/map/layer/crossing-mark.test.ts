import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAT, LON, viewAt } from '../../../../../tests/support/map-view.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapCrossing } from '../model.ts';
import { pickCrossing, placeCrossings } from './crossing-mark.ts';

const near = viewAt(17);
/** So many pixels east of the middle, as it is seen from near. */
const crossing = (id: string, east = 0, state: MapCrossing['state'] = 'ok'): MapCrossing => ({
  id,
  position: [LON + (east * 360) / near.scale, LAT],
  state,
});
const ids = (all: readonly MapCrossing[], chosen?: string, view = near) =>
  placeCrossings(view, all, chosen).map((sign) => sign.crossing.id);

test('from far off none is drawn, from near those that are in the picture', () => {
  expect(ids([crossing('a')], 'a', viewAt(16))).toEqual([]);
  expect(ids([crossing('a'), crossing('b', 300), crossing('c', 900)])).toEqual(['a', 'b']);
});

test('where there is no room for two, the one that is looked at stays, then the one that no lamp lights', () => {
  const all = [crossing('a'), crossing('b', 3, 'unlit'), crossing('c', 6, 'silent'), crossing('d', 80)];
  expect(ids(all)).toEqual(['b', 'd']);
  expect(ids(all, 'c')).toEqual(['c', 'd']);
});

test('the nearest that is drawn is meant, and none from further than its mark', () => {
  const signs = placeCrossings(near, [crossing('a'), crossing('b', 24), crossing('c', 2)], undefined);
  const at = (dx: number) => pickCrossing(signs, mercatorX(LON) + dx / near.scale, mercatorY(LAT), 17)?.id;
  expect([at(0), at(8), at(16), at(33), at(12), at(40)]).toEqual(['a', 'a', 'b', 'b', undefined, undefined]);
});

test('wherever they are, no two marks lie on each other', () => {
  const places = fc.array(
    fc.tuple(fc.integer({ min: -580, max: 580 }), fc.constantFrom('ok', 'unlit', 'silent')),
  );
  fc.assert(
    fc.property(places, (all) => {
      const signs = placeCrossings(
        near,
        all.map(([east, state], n) => crossing(String(n), east, state as MapCrossing['state'])),
        undefined,
      );
      const xs = signs.map(({ x }) => x).toSorted((a, b) => a - b);
      for (const [n, x] of xs.slice(1).entries()) expect(x - xs[n]!).toBeGreaterThan(14);
    }),
  );
});
