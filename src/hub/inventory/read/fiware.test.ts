import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { Mapping } from '../mapping.ts';
import { readFiware } from './fiware.ts';
import { readSources } from './sources.ts';

const FIXTURES = join(import.meta.dirname, '../../../../tests/fixtures/inventory');
const SPAIN = [-10, 35, 5, 45];
const read = (sources: readonly object[]) => readSources(Mapping.parse({ sources, within: SPAIN }), FIXTURES);

describe('FIWARE says the same in each encoding', () => {
  const fiware = (file: string) => read([{ file, kind: 'lamp', format: 'fiware' }]);
  const known = fiware('fiware-v2-key-values.json').drafts.lamps!;

  it('with its own names', () => {
    expect(known).toHaveLength(2);
    expect(known[0]).toMatchObject({
      id: 'streetlight:guadalajara:4567',
      position: [-3.1644855, 40.6278513],
      facts: {
        street: 'Avenida de Castilla',
        commune: 'Guadalajara',
        cabinet: 'streetlightcontrolcabinet:A45HGJK',
        circuit: 'C-456-A467',
      },
      luminaire: { power: 5, height: 10 },
    });
  });

  test.each([
    ['fiware-v2-normalized.json'],
    ['fiware-ld-key-values.ndjson'],
    ['fiware-ld-normalized.jsonld'],
  ])('%s', (file) => {
    const { drafts, findings } = fiware(file);
    expect(drafts.lamps!.map(({ at: _, ...lamp }) => lamp)).toEqual(known.map(({ at: _, ...lamp }) => lamp));
    expect(findings).toEqual([]);
  });

  it('and as GeoJSON features of a broker', () => {
    const fields = { cabinet: 'refStreetlightControlCabinet', circuit: 'circuit', power: 'powerRating' };
    const { drafts } = read([{ file: 'fiware-features.geojson', kind: 'lamp', format: 'geojson', fields }]);
    expect(drafts.lamps!.map(({ id, position }) => [id, position])).toEqual(
      known.map(({ id, position }) => [id, position]),
    );
    expect(drafts.lamps![0]!.luminaire.power).toBe(5);
  });
});

describe('FIWARE as brokers and their tools give it', () => {
  const LAMP = { id: 'L-1', type: 'Streetlight', location: { type: 'Point', coordinates: [5.04, 47.32] } };
  const rows = (content: string | object) =>
    readFiware(
      '/x/l.json',
      'l.json',
      typeof content === 'string' ? content : JSON.stringify(content),
      'Streetlight',
    );
  const full = 'https://uri.fiware.org/ns/data-models#';

  test.each<[string, string | object]>([
    ['alone', LAMP],
    ['in a list', [LAMP]],
    ['one a line', `${JSON.stringify(LAMP)}\n${JSON.stringify({ ...LAMP, id: 'L-2' })}`],
    ['in the graph of a document of JSON-LD', { '@context': 'x', '@graph': [LAMP] }],
    ['in a notification', { subscriptionId: 's', data: [LAMP] }],
    ['of several types', { ...LAMP, type: ['Device', 'Streetlight'] }],
    [
      'without its context: names in full',
      { '@id': 'L-1', '@type': `${full}Streetlight`, 'https://uri.etsi.org/ngsi-ld/location': LAMP.location },
    ],
    ['concise', { ...LAMP, location: { type: 'GeoProperty', value: LAMP.location } }],
    [
      'with several values of an attribute',
      {
        ...LAMP,
        location: [
          { type: 'GeoProperty', datasetId: 'urn:x', value: { type: 'Point', coordinates: [0, 0] } },
          { type: 'GeoProperty', value: LAMP.location },
        ],
      },
    ],
  ])('%s', (_name, content) =>
    expect(rows(content).rows[0]).toMatchObject({ fields: { id: 'L-1' }, geometry: LAMP.location }),
  );

  it('in words of several languages, or of a list', () => {
    const said = {
      ...LAMP,
      name: { type: 'LanguageProperty', languageMap: { fr: 'Mât', en: 'Mast' } },
      color: { vocab: 'warm' },
    };
    expect(rows(said).rows[0]!.fields).toMatchObject({ name: { fr: 'Mât' }, color: 'warm' });
  });

  it('a line that is none breaks its own; other entities are counted, and a file with none of the type is a mistake', () => {
    const group = JSON.stringify({ id: 'G', type: 'StreetlightGroup' });
    const { rows: lamps, broken, others } = rows(`${JSON.stringify(LAMP)}\n${group}\n{"id":\n`);
    expect([lamps.length, broken.map(({ at }) => at), others]).toEqual([1, ['l.json:3'], 1]);
    expect(() => rows(`[${group}]`)).toThrow('no entity of type Streetlight; there is StreetlightGroup');
  });

  it('groups are circuits of the cabinet that they name, and lamps without a circuit are of their group', () => {
    const dir = mkdtempSync(join(tmpdir(), 'vigie-fiware-'));
    const group = {
      id: 'G-12',
      type: 'StreetlightGroup',
      refStreetlightCabinetController: { type: 'Relationship', object: 'A-1' },
    };
    const cabinet = {
      id: 'A-1',
      type: 'StreetlightControlCabinet',
      location: LAMP.location,
      address: { streetAddress: 'rue Monge', addressLocality: 'Dijon' },
    };
    const lamp = {
      ...LAMP,
      refStreetlightGroup: { object: 'G-12' },
      refStreetlightControlCabinet: { object: 'A-1' },
    };
    writeFileSync(join(dir, 'all.json'), JSON.stringify([group, cabinet, lamp]));
    const all = readSources(
      Mapping.parse({
        sources: ['lamp', 'cabinet', 'circuit'].map((kind) => ({ kind, file: 'all.json', format: 'fiware' })),
      }),
      dir,
    );
    rmSync(dir, { recursive: true });
    expect(all.drafts.lamps![0]!.facts).toEqual({ cabinet: 'A-1', circuit: 'G-12' });
    expect(all.drafts.circuits).toMatchObject([{ id: 'G-12', cabinet: 'A-1' }]);
    expect(all.drafts.cabinets).toMatchObject([{ street: 'rue Monge', commune: 'Dijon' }]);
    expect(all.counts.map(({ rows: n, skipped, taken }) => [n, skipped, taken])).toEqual(
      Array(3).fill([3, 2, 1]),
    );
  });
});
