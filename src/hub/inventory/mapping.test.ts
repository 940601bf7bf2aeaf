import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, test } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../../node/config/load.ts';
import { Mapping } from './mapping.ts';

const example = join(import.meta.dirname, '../../../resources/config/inventory.example.yaml');

it('the example loads, has a source of each kind, shows every key and tells the truth about defaults', () => {
  const mapping = loadConfig(example, Mapping);
  const kinds = ['lamp', 'cabinet', 'circuit', 'street', 'crossing', 'district'];
  expect(mapping.sources.map(({ kind }) => kind)).toEqual(kinds);
  const { sources: _, ...shown } = mapping;
  const { sources: __, ...defaults } = Mapping.parse({
    sources: [{ kind: 'lamp', file: 'x', format: 'csv' }],
  });
  expect(shown).toEqual(defaults);
  const text = readFileSync(example, 'utf8');
  const keys = JSON.stringify(z.toJSONSchema(Mapping, { io: 'input' })).matchAll(/"(\w+)":\{/g);
  const schemaWords = /^(properties|items|additionalProperties|propertyNames|value|with)$/;
  const named = [...new Set([...keys].map(([, key = '']) => key))].filter((key) => !schemaWords.test(key));
  expect(named).toContain('powerBefore');
  expect(named.filter((key) => !new RegExp(`\\b${key}\\b`).test(text))).toEqual([]);
});

it('the example for an extract of OpenStreetMap loads', () => {
  const { sources } = loadConfig(join(dirname(example), 'crossings-osm.example.yaml'), Mapping);
  expect(sources).toMatchObject([{ kind: 'crossing', only: { highway: ['crossing'] } }]);
});

it('the examples of real files load too', () => {
  for (const name of ['inventory-arcgis', 'inventory-spreadsheet'])
    expect(
      loadConfig(example.replace('inventory.example', `${name}.example`), Mapping).sources.length,
    ).toBeGreaterThan(1);
});

test.each([
  ['kind: lampe', "Expected 'lamp' | 'cabinet'"],
  ['format: shp', 'sources[0].format: expected one of "csv"|"geojson"|"kml"|"fiware"'],
  ['crs: Lambert93', 'sources[0].crs: one of EPSG:4326, EPSG:2154'],
  ['dates: dmy', 'sources[0].dates: expected one of "dayFirst"|"monthFirst"'],
  [
    'fields: { position: { x: lon } }',
    'sources[0].fields.position: { x, y }, { latLon }, { geoJson } or { wkt }',
  ],
  ['fields: { street: { col: rue } }', 'sources[0].fields.street: a column, { join: [columns] }'],
  [
    "fields: { street: { column: rue, match: '(' } }",
    'sources[0].fields.street.match: no regular expression',
  ],
  [
    "fields: { street: { column: rue, match: 'rue' } }",
    'sources[0].fields.street.match: no regular expression',
  ],
  ['skip: { etat: x }', 'sources[0].skip.etat: [values] or { match }'],
  ["only: { etat: { match: '(' } }", 'sources[0].only.etat.match: no regular expression'],
  ['fields: { rue: nom_voie }', 'sources[0].fields.rue: unknown key'],
])('the wrong word « %s » is told by its line and key', (line, said) => {
  const file = join(mkdtempSync(join(tmpdir(), 'vigie-mapping-')), 'map.yaml');
  const usual = { kind: 'lamp', file: 'x.csv', format: 'csv' };
  const key = line.slice(0, line.indexOf(':'));
  const lines = Object.entries(usual).flatMap(([name, value]) =>
    name === key ? [] : [`    ${name}: ${value}`],
  );
  writeFileSync(file, `sources:\n  -\n    ${line}\n${lines.join('\n')}\n`);
  expect(() => loadConfig(file, Mapping)).toThrow(said);
  expect(() => loadConfig(file, Mapping)).toThrow(`${file}:`);
  rmSync(dirname(file), { recursive: true });
});
