import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
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
