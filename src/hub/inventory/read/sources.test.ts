import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { zip } from '../../../../tests/support/zip.ts';
import { distance } from '../../../shared/geo/position.ts';
import { Mapping } from '../mapping.ts';
import { readSources } from './sources.ts';

const FIXTURES = join(import.meta.dirname, '../../../../tests/fixtures/inventory');
const dir = mkdtempSync(join(tmpdir(), 'vigie-sources-'));
afterAll(() => rmSync(dir, { recursive: true }));

const read = (sources: readonly object[], more: object = {}, folder = FIXTURES) =>
  readSources(Mapping.parse({ sources, ...more }), folder);
const found = ({ findings }: ReturnType<typeof read>) =>
  findings.map(({ kind, at }) => `${kind} ${at.replace(/^.*[:#]/, '')}`);

it('reads the export of a portal: mark, place in one column, quotes left open', () => {
  const paris = read([
    {
      file: 'paris-portail.csv',
      kind: 'lamp',
      format: 'csv',
      skip: { 'Libellé du régime': ['Supprimé'] },
      fields: {
        id: { join: ["Numéro d'ouvrage", 'Numéro de lampe'] },
        position: { latLon: 'geo_point_2d' },
        street: 'Libellé de la voie',
        commune: { value: 'Paris' },
        luminaire: 'Libellé de la lampe',
        power: 'Puissance nominale de la lampe (W)',
      },
    },
  ]);
  expect(paris.counts).toMatchObject([
    { file: 'paris-portail.csv', kind: 'lamp', rows: 14, skipped: 1, taken: 7 },
  ]);
  expect(paris.drafts.lamps![0]).toEqual({
    at: 'paris-portail.csv:2',
    id: 'C101-1',
    position: [2.2931, 48.8421],
    district: undefined,
    facts: { street: "RUE DE L'ÉGLISE", commune: 'Paris' },
    luminaire: { kind: 'SHP 70W', power: 70 },
  });
  expect(paris.drafts.lamps![2]).toMatchObject({
    facts: { street: 'RUE DU "THÉÂTRE"' },
    luminaire: { kind: 'LED', power: undefined },
  });
  expect(paris.drafts.lamps![3]!.luminaire.power).toBe(1_000);
  expect(found(paris)).toEqual([
    'broken 12',
    'broken 13',
    'noPlace 6',
    'zeroPlace 7',
    'swapped 8',
    'noId 10',
  ]);
});

const bureau = {
  file: 'bureau-l93.csv',
  kind: 'lamp',
  format: 'csv',
  crs: 'EPSG:2154',
  skip: { situation: [20] },
  fields: {
    id: 'id_foyer',
    position: { x: 'x_l93', y: 'y_l93' },
    street: 'nom_voie',
    cabinet: 'id_armoire',
    circuit: 'nom_depart',
    luminaire: 'ty_lampe',
    power: 'puis_lam',
    powerBefore: 'puis_av_led',
    convertedOn: 'dat_pos_ln',
    height: 'haut_feu',
  },
};

it('reads what an office saves: Windows-1252, decimal comma, Lambert-93', () => {
  const { drafts, ...rest } = read([bureau]);
  const [first] = drafts.lamps!;
  expect(first).toMatchObject({
    id: '1001',
    facts: { street: 'Rue de la Préfecture', cabinet: 'A12', circuit: 'A12-D1' },
    luminaire: { kind: 'LED', power: 42, powerBefore: 100, convertedOn: '2021-03-04', height: 8 },
  });
  // Dijon, and lamps of one street some 27 m apart.
  expect(distance(first!.position, [5.0415, 47.322])).toBeLessThan(2_000);
  expect(distance(first!.position, drafts.lamps![1]!.position)).toBeCloseTo(26.7, 0);
  expect(found({ drafts, ...rest })).toEqual(['unreadable 6', 'swapped 7', 'noPlace 13']);
});

it('reads padded numbers and quoted commas', () => {
  const fields = { position: { x: 'longitude', y: 'latitude' }, street: 'localisation' };
  const { drafts } = read([{ file: 'la-rochelle-zeros.csv', kind: 'lamp', format: 'csv', fields }]);
  expect(drafts.lamps!.map(({ id, position }) => [id, position])).toEqual([
    ['17', [-1.1500341, 46.1645193]],
    ['18', [-1.1513666, 46.1651196]],
  ]);
});

it('reads GeoJSON in the system that the file names', () => {
  const fields = { id: 'id_support', luminaire: 'type' };
  const file = { file: 'montpellier-supports.geojson', kind: 'lamp', format: 'geojson', fields };
  const supports = read([file]);
  expect(supports.drafts.lamps!.map(({ id, luminaire }) => [id, luminaire.kind])).toEqual([
    ['MTP-1', 'candélabre'],
    ['MTP-2', undefined],
    ['4', 'colonne'],
  ]);
  for (const { position } of supports.drafts.lamps!)
    expect(distance(position, [3.87, 43.61])).toBeLessThan(3_000);
  expect(found(supports)).toEqual(['noPlace 3']);
});

it('reads KML with both kinds of extended data', () => {
  const fields = { id: 'NUM', street: 'RUE' };
  const file = { file: 'montpellier-supports.kml', kind: 'lamp', format: 'kml', fields };
  const supports = read([file]);
  expect(supports.drafts.lamps!.map(({ id, position, facts }) => [id, position, facts.street])).toEqual([
    ['KM-1', [3.87001, 43.61001], 'Rue d’Assas & suite'],
    ['KM-2', [3.87031, 43.61011], undefined],
  ]);
  expect(found(supports)).toEqual(['broken 11', 'noPlace 8']);
});

it('reads a KMZ as the KML in it', () => {
  const kml = readFileSync(join(FIXTURES, 'montpellier-supports.kml'));
  writeFileSync(join(dir, 'supports.kmz'), zip([{ name: 'doc.kml', text: kml }]));
  const fields = { id: 'NUM', street: 'RUE' };
  const from = (file: string, folder: string) =>
    read([{ file, kind: 'lamp', format: 'kml', fields }], {}, folder).drafts.lamps!.map(
      ({ at: _, ...lamp }) => lamp,
    );
  expect(from('supports.kmz', dir)).toEqual(from('montpellier-supports.kml', FIXTURES));
});

describe('numbers in another order or system than is said', () => {
  const file = {
    file: 'ailleurs.csv',
    kind: 'lamp',
    format: 'csv',
    fields: { position: { x: 'a', y: 'b' } },
  };
  const mends = (row: string, more: object = {}) => {
    writeFileSync(join(dir, file.file), `id;a;b\nL-1;${row}\n`);
    const { findings, drafts } = read([{ ...file, ...more }], {}, dir);
    return findings.map(({ kind, mend }) => `${kind} ${mend}`).join() || drafts.lamps![0]!.position;
  };

  test.each([
    ['47,322;5,041', {}, 'swapped axes: latlon'],
    ['5,041;47,322', { axes: 'latlon' }, 'swapped axes: lonlat'],
    ['854230,12;6693000', {}, 'otherSystem crs: EPSG:2154'],
    ['6693000;854230,12', {}, 'otherSystem crs: EPSG:2154, axes: latlon'],
    ['5,041;47,322', { crs: 'EPSG:2154' }, 'otherSystem crs: EPSG:4326'],
    ['12;13', {}, 'outside undefined'],
  ])('%s is refused, and said how it would be mended', (row, more, said) => {
    expect(mends(row, more)).toBe(said);
  });

  it('are taken as the mapping says, and only then', () => {
    expect(mends('47,322;5,041', { axes: 'latlon' })).toEqual([5.041, 47.322]);
    expect(mends('6693000;854230,12', { axes: 'latlon', crs: 'EPSG:2154' })).toEqual(
      mends('854230,12;6693000', { crs: 'EPSG:2154' }),
    );
  });

  it('hold for a column with both, for lines and for areas too', () => {
    const both = { position: { latLon: 'a' } };
    expect(mends('5.041 47.322;', { fields: both })).toBe('swapped axes: lonlat');
    expect(mends('5.041 47.322;', { fields: both, axes: 'lonlat' })).toEqual([5.041, 47.322]);
    const line = '"LINESTRING(47.32 5.04, 47.33 5.05)";';
    const street = { kind: 'street', fields: { name: 'id', position: { wkt: 'a' } } };
    expect(mends(line, street)).toBe('swapped axes: latlon');
    const { streets } = read([{ ...file, ...street, axes: 'latlon' }], {}, dir).drafts;
    expect(streets).toMatchObject([
      {
        lines: [
          [
            [5.04, 47.32],
            [5.05, 47.33],
          ],
        ],
      },
    ]);
    const area = '"POLYGON((854230 6693000, 855230 6693000, 855230 6694000, 854230 6693000))";';
    const district = { kind: 'district', fields: { position: { wkt: 'a' } } };
    expect(mends(area, district)).toBe('otherSystem crs: EPSG:2154');
  });
});

it.each([
  ['yes', 'yes'],
  ['Sens direct', 'yes'],
  ['-1', '-1'],
  ['Sens inverse', '-1'],
  ['no', undefined],
  ['Double sens', undefined],
  ['reversible', undefined],
  ['', undefined],
  ['peut-être', undefined],
])('a street of which a file says « %s » may be driven %s', (word, oneway) => {
  writeFileSync(
    join(dir, 'sens.csv'),
    `nom;sens;geom\nrue Monge;${word};LINESTRING(5.037 47.320, 5.034 47.316)\n`,
  );
  const fields = { name: 'nom', position: { wkt: 'geom' }, oneway: 'sens' };
  const there = read([{ file: 'sens.csv', kind: 'street', format: 'csv', fields }], {}, dir);
  expect(there.drafts.streets?.map((street) => street.oneway)).toEqual([oneway]);
  expect(found(there)).toEqual(word === 'peut-être' ? ['unreadable 2'] : []);
});

it('reads cabinets, circuits, streets and districts beside', () => {
  writeFileSync(
    join(dir, 'voies.csv'),
    'nom\tgeom\nrue Monge\tSRID=4326;LINESTRING(5.037 47.320, 5.034 47.316)\nplace vide\t\n',
  );
  writeFileSync(
    join(dir, 'quartiers.csv'),
    'code;nom;geo_shape\nQ1;Monge;"{""type"":""Polygon"",""coordinates"":[[[5,47],[5.1,47],[5.1,47.4],[5,47.4],[5,47]]]}"\n',
  );
  const there = read(
    [
      {
        file: 'voies.csv',
        kind: 'street',
        format: 'csv',
        fields: { name: 'nom', position: { wkt: 'geom' } },
      },
      {
        file: 'quartiers.csv',
        kind: 'district',
        format: 'csv',
        fields: { id: 'code', name: 'nom', position: { geoJson: 'geo_shape' } },
      },
    ],
    {},
    dir,
  );
  expect(there.drafts.lamps).toBeUndefined();
  expect(there.drafts.streets).toMatchObject([
    {
      name: 'rue Monge',
      lines: [
        [
          [5.037, 47.32],
          [5.034, 47.316],
        ],
      ],
    },
  ]);
  expect(there.drafts.districts).toMatchObject([{ id: 'Q1', name: 'Monge' }]);
  expect(found(there)).toEqual(['noShape 3']);
  const office = read([
    {
      file: 'armoires-l93.csv',
      kind: 'cabinet',
      format: 'csv',
      crs: 'EPSG:2154',
      fields: { id: 'code', position: { x: 'x', y: 'y' }, street: 'adresse', commune: 'ville' },
    },
    { file: 'departs.csv', kind: 'circuit', format: 'csv', fields: { id: 'code', cabinet: 'armoire' } },
  ]);
  expect(found(office)).toEqual(['unplaced 3']);
  expect(office.drafts.cabinets).toMatchObject([{ id: 'A12' }, { id: 'A13', position: undefined }]);
  expect(office.drafts.circuits).toMatchObject([{ id: 'A12-D1', cabinet: 'A12' }, { id: 'A12-D2' }]);
});

test.each([
  ['missing.csv', undefined, 'there is no such file'],
  ['bad.json', 'not json', 'not JSON: it begins with « not json »: is its format right?'],
  ['bad.kml', '<kml><Document></kml>', 'no Placemark'],
  ['no-features.geojson', '{"type":"Point"}', 'no FeatureCollection'],
  ['esri.geojson', '{"geometryType":"esriGeometryPoint","features":[{"attributes":{}}]}', 'f=geojson'],
  ['topo.geojson', '{"type":"Topology","objects":{}}', 'TopoJSON'],
  ['broken.geojson', '{"type":"FeatureCollection","features":[{"a":nan}]}', 'not JSON'],
])('%s can not be read, and says why', (file, content, said) => {
  if (content !== undefined) writeFileSync(join(dir, file), content);
  const format = file.endsWith('json') ? (file.startsWith('bad') ? 'fiware' : 'geojson') : file.slice(-3);
  expect(() => read([{ file, kind: 'lamp', format }], {}, dir)).toThrow(said);
});

it('a column that is named and not there is told with those that are: no lamp loses its street by a slip', () => {
  const fields = { id: 'id_foyer', position: { x: 'x_l93', y: 'y' }, street: 'nom_voi' };
  const file = { file: 'bureau-l93.csv', kind: 'lamp', format: 'csv', skip: { etat: ['x'] }, fields };
  expect(() => read([file])).toThrow(
    /no « y » \(sources\[0\]\.fields\.position\)\n.*no « nom_voi » \(sources\[0\]\.fields\.street\)\n.*no « etat » \(sources\[0\]\.skip\)\n.*there is id_foyer, id_armoire, nom_depart/,
  );
});
