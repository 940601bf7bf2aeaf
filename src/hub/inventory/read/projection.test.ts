import { expect, it, test } from 'vitest';
import { crsNamed, KNOWN_CRS, toWgs84 } from './projection.ts';

test.each([
  // Their origins, by the definitions of the systems (IGN; arrêté of 5 March 2019 on the national reference).
  ['EPSG:2154', 700_000, 6_600_000, [3, 46.5]],
  ['EPSG:3942', 1_700_000, 1_200_000, [3, 42]],
  ['EPSG:3947', 1_700_000, 6_200_000, [3, 47]],
  ['EPSG:3950', 1_700_000, 9_200_000, [3, 50]],
  ['EPSG:4326', 5.04, 47.32, [5.04, 47.32]],
] as const)('%s: %d %d', (crs, x, y, place) => expect(toWgs84(crs, x, y)).toEqual(place));

it('what is no number has no place', () => {
  expect(toWgs84('EPSG:2154', Number.NaN, 6_600_000)).toBeUndefined();
  expect(toWgs84('EPSG:4326', Infinity, 0)).toBeUndefined();
});

test.each([
  ['urn:ogc:def:crs:EPSG::2154', 'EPSG:2154'],
  ['urn:ogc:def:crs:EPSG:6.18.3:3947', 'EPSG:3947'],
  ['EPSG:4326', 'EPSG:4326'],
  ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
  ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'EPSG:4326'],
  ['urn:ogc:def:crs:EPSG::27572', undefined],
])('%s is %s', (name, crs) => expect(crsNamed(name)).toBe(crs));

it('each zone puts its own latitude near its middle', () => {
  for (const crs of KNOWN_CRS.filter((one) => one.startsWith('EPSG:39')))
    expect(toWgs84(crs, 1_700_000, (Number(crs.slice(-2)) - 41) * 1e6 + 200_000)).toEqual([
      3,
      Number(crs.slice(-2)),
    ]);
});
