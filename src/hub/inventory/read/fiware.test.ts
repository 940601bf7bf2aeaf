import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { Mapping } from '../mapping.ts';
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
