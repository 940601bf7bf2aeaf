import { expect, it, test } from 'vitest';
import { crsNamed, isKnown, toWgs84, USUAL_CRS } from './projection.ts';

test.each([
  // Their origins, by the definitions of the systems (IGN; arrêté of 5 March 2019 on the national reference).
  ['EPSG:2154', 700_000, 6_600_000, [3, 46.5]],
  ['EPSG:3942', 1_700_000, 1_200_000, [3, 42]],
  ['EPSG:3947', 1_700_000, 6_200_000, [3, 47]],
  ['EPSG:3950', 1_700_000, 9_200_000, [3, 50]],
  // RGF93 v2b has the same definitions, and other codes (IGN, « Systèmes de référence de coordonnées usités en France »).
  ['EPSG:9794', 700_000, 6_600_000, [3, 46.5]],
  ['EPSG:9847', 1_700_000, 6_200_000, [3, 47]],
  ['EPSG:9827', 1_700_000, 6_200_000, [3, 47]],
  // UTM: 500 km are its middle meridian, and the equator is its beginning.
  ['EPSG:32631', 500_000, 0, [3, 0]],
  ['EPSG:25832', 500_000, 0, [9, 0]],
  ['EPSG:32628', 500_000, 0, [-15, 0]],
  ['EPSG:2975', 500_000, 10_000_000, [57, 0]],
  ['EPSG:4326', 5.04, 47.32, [5.04, 47.32]],
  ['EPSG:4171', 5.04, 47.32, [5.04, 47.32]],
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
  ['urn:ogc:def:crs:EPSG::27572', 'EPSG:27572'],
  ['http://www.opengis.net/def/crs/EPSG/0/9794', 'EPSG:9794'],
  ['urn:ogc:def:crs:EPSG::31370', undefined],
])('%s is %s', (name, crs) => expect(crsNamed(name)).toBe(crs));

it('each zone puts its own latitude near its middle', () => {
  for (const crs of USUAL_CRS.filter((one) => one.startsWith('EPSG:39')))
    expect(toWgs84(crs, 1_700_000, (Number(crs.slice(-2)) - 41) * 1e6 + 200_000)).toEqual([
      3,
      Number(crs.slice(-2)),
    ]);
});

it('Lambert II is moved from the Paris meridian and the ellipsoid of before 1993', () => {
  // Its origin: 52 gr north (46.8°), on the meridian of Paris (2.33722917° east), by the older system; the newer one has it
  // within 100 m.
  for (const [crs, y] of [
    ['EPSG:27572', 2_200_000],
    ['EPSG:27562', 200_000],
  ] as const) {
    const [lon = 0, lat = 0] = toWgs84(crs, 600_000, y) ?? [];
    expect(Math.abs(lon - 2.337_229_17)).toBeLessThan(0.0013);
    expect(Math.abs(lat - 46.8)).toBeLessThan(0.0009);
    expect([lon, lat]).not.toEqual([2.337_229_2, 46.8]);
  }
});

test.each([['EPSG:31370'], ['EPSG:32661'], ['EPSG:39421'], ['2154'], ['']])('%s is not known', (crs) =>
  expect(isKnown(crs)).toBe(false),
);
