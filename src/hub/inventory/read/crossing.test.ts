import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, test } from 'vitest';
import { distance } from '../../../shared/geo/position.ts';
import { Mapping } from '../mapping.ts';
import { readSources } from './sources.ts';

const FIXTURES = join(import.meta.dirname, '../../../../tests/fixtures/inventory');
const dir = mkdtempSync(join(tmpdir(), 'vigie-crossings-'));
afterAll(() => rmSync(dir, { recursive: true }));

const read = (source: object, folder = dir) =>
  readSources(Mapping.parse({ sources: [{ kind: 'crossing', ...source }] }), folder);
const written = (file: string, content: string | object, more: object) => {
  writeFileSync(join(dir, file), typeof content === 'string' ? content : JSON.stringify(content));
  return read({ file, ...more });
};

it('takes what OpenStreetMap calls a crossing, by its tags, and leaves aside what is drawn of it besides', () => {
  const { drafts, counts, findings } = read(
    {
      file: 'osm-passages.geojson',
      format: 'geojson',
      only: { highway: ['crossing'] },
      skip: { crossing: ['unmarked', 'no'] },
      fields: { id: '@id' },
    },
    FIXTURES,
  );
  expect(drafts.crossings?.map(({ id, position }) => [id, position])).toEqual([
    ['node/100001', [5.0412, 47.3221]],
    ['node/100002', [5.0425, 47.3224]],
    ['node/100004', [5.0438, 47.3229]],
  ]);
  expect(counts).toMatchObject([{ rows: 7, skipped: 3, refused: 1, taken: 3 }]);
  expect(findings).toMatchObject([
    {
      of: 'crossing',
      kind: 'swapped',
      at: 'osm-passages.geojson#7',
      id: 'node/100006',
      mend: 'axes: latlon',
    },
  ]);
});

const [ONE, OTHER] = [
  [5.0412, 47.3221],
  [5.0425, 47.3224],
] as const;
const feature = (id: string, geometry: object) => ({
  type: 'Feature',
  properties: { code: id, voie: 'Rue de la Liberté' },
  geometry,
});
const entity = (id: string, [lon, lat]: readonly [number, number]) => ({
  id,
  type: 'Crosswalk',
  location: { type: 'geo:json', value: { type: 'Point', coordinates: [lon, lat] } },
});
const files = {
  'a CSV in Lambert-93': () =>
    written(
      'p.csv',
      '\ufeffcode;x;y;voie\nPP-1;854161,61;6693300,98;Rue de la Liberté\nPP-2;854258,91;6693336,83;\n',
      {
        format: 'csv',
        crs: 'EPSG:2154',
        fields: { id: 'code', position: { x: 'x', y: 'y' }, street: 'voie' },
      },
    ),
  'GeoJSON whose crossings are lines from kerb to kerb, and areas': () =>
    written(
      'p.geojson',
      {
        type: 'FeatureCollection',
        features: [
          feature('PP-1', {
            type: 'LineString',
            coordinates: [
              [ONE[0] - 2e-5, ONE[1] - 4e-5],
              [ONE[0] + 1e-5, ONE[1]],
              [ONE[0] + 2e-5, ONE[1] + 4e-5],
            ],
          }),
          feature('PP-2', {
            type: 'Polygon',
            coordinates: [
              [
                [OTHER[0] - 3e-5, OTHER[1] - 2e-5],
                [OTHER[0] + 3e-5, OTHER[1] - 2e-5],
                [OTHER[0] + 3e-5, OTHER[1] + 2e-5],
                [OTHER[0] - 3e-5, OTHER[1] - 2e-5],
              ],
            ],
          }),
        ],
      },
      { format: 'geojson', fields: { id: 'code', street: 'voie' } },
    ),
  KML: () =>
    written(
      'p.kml',
      `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${[
        ['PP-1', ONE],
        ['PP-2', OTHER],
      ]
        .map(
          ([id, at]) =>
            `<Placemark><name>${id}</name><Point><coordinates>${(at as readonly number[]).join(',')},0</coordinates></Point></Placemark>`,
        )
        .join('')}</Document></kml>`,
      { format: 'kml', fields: { id: 'name' } },
    ),
  'entities of a FIWARE broker': () =>
    written(
      'p.json',
      [entity('PP-1', ONE), { ...entity('x', ONE), type: 'Streetlight' }, entity('PP-2', OTHER)],
      {
        format: 'fiware',
        entity: 'Crosswalk',
      },
    ),
};

test.each(Object.entries(files))('reads crossings from %s', (_, of) => {
  const { drafts, findings } = of();
  expect(findings).toEqual([]);
  expect(drafts.crossings?.map(({ id }) => id)).toEqual(['PP-1', 'PP-2']);
  const [one, other] = drafts.crossings!;
  expect(distance(one!.position, ONE)).toBeLessThan(0.05);
  expect(distance(other!.position, OTHER)).toBeLessThan(0.05);
});

it('refuses by name what has no id or no place', () => {
  const { drafts, findings } = written(
    'bad.csv',
    `code;lon;lat\n;5.04;47.32\nPP-2;;\nPP-3;0;0\n${'x'.repeat(300)};5.04;47.32\n`,
    {
      format: 'csv',
      fields: { id: 'code', position: { x: 'lon', y: 'lat' } },
    },
  );
  expect(drafts.crossings).toEqual([]);
  expect(findings.map(({ kind, id }) => [kind, id])).toEqual([
    ['noId', undefined],
    ['noPlace', 'PP-2'],
    ['zeroPlace', 'PP-3'],
    ['badId', undefined],
  ]);
});

it('a column by which rows are chosen and that no row has is a slip of the pen', () => {
  expect(() =>
    read({ file: 'osm-passages.geojson', format: 'geojson', only: { higway: ['crossing'] } }, FIXTURES),
  ).toThrow(/there is no « higway » \(sources\[0\]\.only\)/);
});
