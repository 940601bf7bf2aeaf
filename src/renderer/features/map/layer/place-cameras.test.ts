import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAT, LON, viewAt } from '../../../../../tests/support/map-view.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapCamera } from '../model.ts';
import { halfOf, pickCamera, placeCameras } from './place-cameras.ts';

const near = viewAt(17);
/** Ten-thousandths of a degree east of the middle. */
const camera = (id: string, east = 0, more: Partial<MapCamera> = {}): MapCamera => ({
  ...{ id, name: id, position: [LON + east / 10_000, LAT], azimuth: 0, fieldOfView: 60 },
  ...{ range: 60, state: 'up', watched: false },
  ...more,
});

test('of two on one post one gives way, and either can be pointed at', () => {
  const signs = placeCameras(near, [camera('a'), camera('b')], undefined);
  expect(signs.map(({ dx, dy }) => [dx, dy])).toEqual([
    [0, 0],
    [15, 0],
  ]);
  const at = (dx: number) => pickCamera(signs, mercatorX(LON) + dx / near.scale, mercatorY(LAT), 17)?.id;
  expect([at(0), at(15), at(7), at(26), at(40)]).toEqual(['a', 'b', 'a', 'b', undefined]);
});

test('the one that is looked at stays where it is, then what is not as it should be', () => {
  const all = [
    camera('a'),
    camera('b', 0, { state: 'lost' }),
    camera('c', 0, { watched: true }),
    camera('d'),
  ];
  expect(placeCameras(near, all, 'd').map((sign) => sign.camera.id)).toEqual(['c', 'd', 'b', 'a']);
});

test('far out none gives way', () =>
  expect(placeCameras(viewAt(13), [camera('a'), camera('b')], undefined)[1]).toMatchObject({ dx: 0, dy: 0 }));

test('none is left out, and a mark that has given way covers none that was placed before', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 30 }), (places) => {
      const cameras = places.map((east, n) => camera(`c${n}`, east));
      const signs = placeCameras(near, cameras, undefined);
      expect(signs.map((sign) => sign.camera.id).toSorted()).toEqual(cameras.map(({ id }) => id).toSorted());
      for (const [n, a] of signs.entries()) {
        if (a.dx === 0 && a.dy === 0) continue;
        for (const b of signs.slice(0, n))
          expect(
            Math.max(Math.abs(a.x + a.dx - b.x - b.dx), Math.abs(a.y + a.dy - b.y - b.dy)),
          ).toBeGreaterThanOrEqual(2 * halfOf(17));
      }
    }),
  ));
