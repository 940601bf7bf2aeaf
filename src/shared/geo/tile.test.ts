import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from './box.ts';
import { latOf, lonOf } from './mercator.ts';
import { countTiles, rangeOf, tilesOf, tileUrl, touches } from './tile.ts';

/** The metropole of Dijon. */
const DIJON: Box = [4.85, 47.22, 5.2, 47.42];

describe('tiles of an area', () => {
  test('Dijon, by the figures of the slippy map', () => {
    // https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames, its formula worked by hand for these four edges.
    expect(rangeOf(DIJON, 10)).toEqual({ z: 10, minX: 525, maxX: 526, minY: 358, maxY: 359 });
    expect(rangeOf(DIJON, 0)).toEqual({ z: 0, minX: 0, maxX: 0, minY: 0, maxY: 0 });
  });

  test('an area that ends on an edge does not touch the next tile', () =>
    expect(rangeOf([0, 0, lonOf(0.75), latOf(0.25) - 1e-9], 2)).toEqual({
      z: 2,
      minX: 2,
      maxX: 2,
      minY: 1,
      maxY: 1,
    }));

  test('beyond the poles and the date line there are no tiles', () =>
    expect(rangeOf([-180, -90, 180, 90], 3)).toEqual({ z: 3, minX: 0, maxX: 7, minY: 0, maxY: 7 }));
});

describe('what is fetched beforehand', () => {
  const box = fc
    .record({
      west: fc.double({ min: -179, max: 178, noNaN: true }),
      south: fc.double({ min: -80, max: 79, noNaN: true }),
      wide: fc.double({ min: 0, max: 1, noNaN: true }),
      high: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ west, south, wide, high }): Box => [west, south, west + wide, south + high]);
  const cover = fc
    .record({ bounds: box, minZoom: fc.nat(9), more: fc.nat(3) })
    .map(({ bounds, minZoom, more }) => ({ bounds, minZoom, maxZoom: minZoom + more }));

  test('each tile comes once, is within, and the count is known without listing them', () =>
    fc.assert(
      fc.property(cover, (of) => {
        const all = [...tilesOf(of)];
        expect(new Set(all.map(({ z, x, y }) => `${z}/${x}/${y}`)).size).toBe(all.length);
        expect(countTiles(of)).toBe(all.length);
        expect(all.every((tile) => touches(of.bounds, tile))).toBe(true);
      }),
    ));

  test('no place of the area is without a tile at any zoom', () =>
    fc.assert(
      fc.property(
        cover,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, u, v) => {
          const [west, south, east, north] = of.bounds;
          const place: Box = [
            west + u * (east - west),
            south + v * (north - south),
            west + u * (east - west),
            south + v * (north - south),
          ];
          for (let z = of.minZoom; z <= of.maxZoom; z++) {
            const { minX: x, minY: y } = rangeOf(place, z);
            const area = rangeOf(of.bounds, z);
            // Where a place lies on the very edge of the area, the tile before it is enough.
            expect(x - area.maxX).toBeLessThanOrEqual(1);
            expect(y - area.maxY).toBeLessThanOrEqual(1);
            expect(x).toBeGreaterThanOrEqual(area.minX);
            expect(y).toBeGreaterThanOrEqual(area.minY);
          }
        },
      ),
    ));

  test('far comes before near', () => {
    const zooms = [...tilesOf({ bounds: DIJON, minZoom: 10, maxZoom: 13 })].map(({ z }) => z);
    expect(zooms).toEqual(zooms.toSorted((a, b) => a - b));
  });
});

describe('the address at a server', () => {
  test('XYZ, WMTS by keys and values, TMS', () => {
    const tile = { z: 3, x: 4, y: 2 };
    expect(tileUrl('https://a.example/{z}/{x}/{y}.png', tile)).toBe('https://a.example/3/4/2.png');
    expect(tileUrl('https://a.example/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}', tile)).toBe(
      'https://a.example/wmts?TILEMATRIX=3&TILEROW=2&TILECOL=4',
    );
    expect(tileUrl('https://a.example/{z}/{x}/{-y}', tile)).toBe('https://a.example/3/4/5');
  });
  test('a key is written as it must be in an address', () =>
    expect(tileUrl('https://a.example/{z}/{x}/{y}?key={key}', { z: 0, x: 0, y: 0 }, 'a&b')).toBe(
      'https://a.example/0/0/0?key=a%26b',
    ));
});
