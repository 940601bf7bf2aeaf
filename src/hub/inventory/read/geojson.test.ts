import { describe, expect, it, test } from 'vitest';
import { readGeoJson } from './geojson.ts';
import { pointOf } from './geometry.ts';

const read = (content: string | object) =>
  readGeoJson(
    '/x/l.geojson',
    'l.geojson',
    typeof content === 'string' ? content : JSON.stringify(content),
    false,
  );
const feature = (id: unknown, geometry: unknown = { type: 'Point', coordinates: [5.04, 47.32] }) => ({
  type: 'Feature',
  properties: { id },
  geometry,
});
const collection = (more: object = {}) => ({
  type: 'FeatureCollection',
  features: [feature(1), feature(2)],
  ...more,
});
const ids = (content: string | object) => read(content).rows.map(({ fields }) => fields.id);

describe('GeoJSON as it is found', () => {
  test.each<[string, string | object]>([
    ['a collection', collection()],
    ['features in a list', [feature(1), feature(2)]],
    ['one a line', `${JSON.stringify(feature(1))}\n${JSON.stringify(feature(2))}\n`],
    [
      'a text sequence (RFC 8142)',
      `\u001E${JSON.stringify(feature(1))}\n\u001E${JSON.stringify(feature(2))}\n`,
    ],
    [
      'numbers that are none, as Python writes them',
      JSON.stringify(collection({ a: 0 })).replace('"a":0', '"a":NaN'),
    ],
  ])('%s', (_name, content) => expect(ids(content)).toEqual([1, 2]));

  it('a feature alone', () => expect(ids(feature(7))).toEqual([7]));

  it('what only looks like a number that is none stays as it is', () => {
    const { rows } = read(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"rue":"NaN, \\"-Infinity\\"","w":-Infinity}}]}',
    );
    expect(rows[0]!.fields).toEqual({ rue: 'NaN, "-Infinity"', w: null });
  });

  it('a line that is none breaks its own only, and is known by its number', () => {
    const { rows, broken } = read(
      `${JSON.stringify(feature(1))}\n{"torn":\n\n${JSON.stringify(feature(2))}\n`,
    );
    expect(rows.map(({ at }) => at)).toEqual(['l.geojson:1', 'l.geojson:4']);
    expect(broken).toEqual([{ at: 'l.geojson:2', detail: '{"torn":' }]);
  });

  test.each([
    [{ crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32628' } } }, 'EPSG:32628'],
    [{ crs: { type: 'EPSG', properties: { code: 3947 } } }, 'EPSG:3947'],
    [{ crs: null }, undefined],
    [{}, undefined],
  ])('its system by %j', (more, crs) => expect(read(collection(more)).crs).toBe(crs));

  test.each([
    ['of ArcGIS', { exceededTransferLimit: true }, '2 / ?'],
    ['of a newer ArcGIS', { properties: { exceededTransferLimit: true } }, '2 / ?'],
    ['of a WFS', { numberMatched: 34_000, numberReturned: 2 }, '2 / 34000'],
    ['of an older GeoServer', { totalFeatures: 2_000 }, '2 / 2000'],
    ['that is whole', { numberMatched: 2, totalFeatures: 2, exceededTransferLimit: false }, undefined],
    ['of a WFS that does not count', { numberMatched: 'unknown' }, undefined],
  ])('an answer %s says whether it is all', (_name, more, part) =>
    expect(read(collection(more)).part).toBe(part),
  );
});

describe('the place of a feature', () => {
  const at = (geometry: unknown) => pointOf(read(feature(1, geometry)).rows[0]!, undefined, undefined);

  test.each([
    [{ type: 'Point', coordinates: [5.04, 47.32, 245.1] }],
    [{ type: 'Point', coordinates: ['5.04', '47,32'] }],
    [{ type: 'MultiPoint', coordinates: [[5.04, 47.32]] }],
    [
      {
        type: 'GeometryCollection',
        geometries: [
          {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
          { type: 'Point', coordinates: [5.04, 47.32] },
        ],
      },
    ],
  ])('%j', (geometry) => expect(at(geometry)).toEqual([5.04, 47.32]));

  test.each([
    [null],
    [{ type: 'Point', coordinates: [] }],
    [{ type: 'Point', coordinates: [null, null] }],
    [{ type: 'Point', coordinates: 'x' }],
    [
      {
        type: 'MultiPoint',
        coordinates: [
          [5, 47],
          [6, 47],
        ],
      },
    ],
    [
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [5, 47] },
          { type: 'Point', coordinates: [6, 47] },
        ],
      },
    ],
  ])('%j is none', (geometry) => expect(at(geometry)).toBeUndefined());
});

test.each([
  ['47.32, 5.04'],
  ['47.32 5.04'],
  ['(47.32, 5.04)'],
  ['47,32 ; 5,04'],
  ['47,32, 5,04'],
  ['47,32 5,04'],
  [[47.32, 5.04]],
  [{ lon: 5.04, lat: 47.32 }],
])('both in one column: %j', (both) =>
  expect(pointOf({ at: '', fields: { both } }, { latLon: 'both' }, undefined)).toEqual([5.04, 47.32]),
);
