import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { loadConfig } from '../../node/config/load.ts';
import { isRefusal } from './finding.ts';
import { Mapping } from './mapping.ts';
import { type City, lampsOf } from './plan/city.ts';
import { planImport } from './plan/plan.ts';
import { type ReadSources, readSources } from './read/sources.ts';

const FOLDER = join(import.meta.dirname, '../../../tests/fixtures/inventory');
const dir = mkdtempSync(join(tmpdir(), 'vigie-publishers-'));
afterAll(() => rmSync(dir, { recursive: true }));

const NOTHING: City = { districts: [], streets: [], cabinets: [], circuits: [], crossings: [] };
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file !== 'publishers' && !file.endsWith('README.md'),
);
const mappings = files.filter((file) => file.endsWith('.yaml'));

/** What stands above a mapping: how many rows its files have, counted by hand, and one word of one lamp to be changed, or that makes it another one. */
function notesOf(mapping: string) {
  const text = readFileSync(join(FOLDER, mapping), 'utf8');
  const [, rows] = /^# rows: (\d+)$/m.exec(text) ?? [];
  const [, what, old = '', changed = ''] = /^# (change|another): (.+?) => (.+)$/m.exec(text) ?? [];
  return { rows: Number(rows), old, changed, isAnother: what === 'another' };
}

const ruleOf = (mapping: string) => loadConfig(join(FOLDER, mapping), Mapping);
const folderOf = (mapping: string) => dirname(join(FOLDER, mapping));
const importOf = (read: ReadSources, before: City, mapping: string) =>
  planImport(read, before, ruleOf(mapping));
const without = (read: ReadSources, id: string): ReadSources => ({
  ...read,
  drafts: { ...read.drafts, lamps: read.drafts.lamps!.filter((one) => one.id !== id) },
});

it('each file of the folder is imported by one of its mappings', () => {
  const named = mappings.flatMap((mapping) =>
    ruleOf(mapping).sources.map(({ file }) => join(dirname(mapping), file)),
  );
  expect(mappings.length).toBeGreaterThan(18);
  expect([...new Set([...named, ...mappings])].sort()).toEqual([...files].sort());
});

describe.each(mappings)('%s', (mapping) => {
  const notes = notesOf(mapping);
  const read = readSources(ruleOf(mapping), folderOf(mapping));
  const first = importOf(read, NOTHING, mapping);

  it('has each row in the report exactly once: taken, repeated, left aside, or refused by name', () => {
    const { sources, findings, lamps } = first.report;
    expect(sources.reduce((sum, { rows }) => sum + rows, 0)).toBe(notes.rows);
    for (const { rows, taken, repeated, skipped, refused } of sources)
      expect(taken + repeated + skipped + refused).toBe(rows);
    const ofLamps = findings.filter(({ of }) => of === 'lamp');
    const refused = ofLamps.filter(isRefusal).map(({ at }) => at);
    const repeated = ofLamps.filter(({ kind }) => kind === 'repeated').map(({ at }) => at);
    const said = read.drafts.lamps!.map(({ at }) => at);
    const taken = said.filter((at) => !refused.includes(at) && !repeated.includes(at));
    const all = [...taken, ...refused, ...repeated];
    expect(new Set(all).size).toBe(all.length);
    const ofFile = sources.filter(({ kind }) => kind === 'lamp');
    expect(all).toHaveLength(ofFile.reduce((sum, { rows, skipped }) => sum + rows - skipped, 0));
    expect(lamps.after).toBe(taken.length);
    expect(first.report.stops).toEqual([]);
  });

  it('the same again changes nothing', () => {
    const { lamps, cabinets, circuits } = importOf(read, first.city, mapping).report;
    expect(lamps).toMatchObject({
      added: [],
      removed: [],
      moved: [],
      changed: [],
      rehoused: [],
      unchanged: first.report.lamps.after,
    });
    expect([cabinets.added, cabinets.removed, circuits.added, circuits.removed]).toEqual([[], [], [], []]);
  });

  it('one word that is changed in the file is a change of one lamp, or another one where ids are places', () => {
    for (const { file } of ruleOf(mapping).sources) {
      copyFileSync(join(folderOf(mapping), file), join(dir, file));
      const text = readFileSync(join(folderOf(mapping), file), 'latin1');
      writeFileSync(join(dir, file), text.replace(notes.old, notes.changed), 'latin1');
    }
    const { lamps } = importOf(readSources(ruleOf(mapping), dir), first.city, mapping).report;
    const { moved, changed, added, removed, unchanged } = lamps;
    const [diff, turn] = notes.isAnother ? [0, 1] : [1, 0];
    expect(moved.length + changed.length).toBe(diff);
    expect([added.length, removed.length, unchanged]).toEqual([turn, turn, first.report.lamps.after - 1]);
  });

  it('a row that is missing leaves the place of its lamp empty, which it finds again', () => {
    const [id] = [...lampsOf(first.city.districts).keys()].sort();
    const gone = importOf(without(read, id!), first.city, mapping);
    expect(gone.report.lamps).toMatchObject({ removed: [id], added: [], moved: [], changed: [] });
    expect(lampsOf(gone.city.districts).size).toBe(first.report.lamps.after - 1);
    const back = importOf(read, gone.city, mapping);
    expect(back.report.lamps).toMatchObject({ added: [id], returned: [id], removed: [], changed: [] });
    const places = ({ districts }: City) =>
      districts.map(({ dictionary }) => dictionary.lamps.map((lamp) => lamp?.id));
    expect(places(back.city)).toEqual(places(first.city));
  });
});

/** What the forms of each publisher come to, beside that no row is lost. */
const lampIn = (name: string, id: string) => {
  const mapping = `publishers/${name}`;
  const lamps = lampsOf(
    importOf(readSources(ruleOf(mapping), folderOf(mapping)), NOTHING, mapping).city.districts,
  );
  return lamps.get(id as never)?.lamp;
};

test.each<[string, string, object]>([
  ['buenos-aires-form.yaml', 'CityTouch-9145', { position: [-58.45889957, -34.60456975] }],
  ['leon-form.yaml', '21.162250935425277, -101.69334458391177', { street: 'Avenue Cerro Gordo' }],
  ['stellenbosch-form.yaml', '2-0', { street: '' }],
  ['ansan-form.yaml', '37.280176 126.825599', { position: [126.825599, 37.280176] }],
  [
    'osm-kamiyama.yaml',
    'node/13959591210',
    { position: [134.3551017, 33.9664541], luminaire: { kind: 'electric' } },
  ],
  ['washington-form.yaml', '70151', { street: 'INDIANA AVE', luminaire: { power: 800, height: 6.1 } }],
  ['washington-form.yaml', '7U078', { luminaire: { power: 200, convertedOn: '2021-05-03', height: 8.53 } }],
  ['changwon-form.yaml', '무역로-75 R-02', { street: '무역로' }],
  [
    'geoserver-wfs.yaml',
    'ep_point_lumineux.14',
    { street: 'rue Monge', position: [5.0371, 47.3189], luminaire: { power: 42 } },
  ],
  ['qgis-utm.yaml', 'L1', { position: [5.0401, 47.3201], luminaire: { height: 8.5 } }],
  [
    'syndicat-tableur.yaml',
    'DIJ-0412-02',
    {
      position: [5.03551, 47.32352],
      street: 'BOULEVARD DE BROSSES',
      cabinet: 'A041',
      luminaire: { kind: 'LED', power: 72, convertedOn: '2019-03-12', height: 8 },
    },
  ],
  ['syndicat-tableur.yaml', 'DIJ-0600-03', { street: 'PLACE DARCY', luminaire: { kind: 'SHP', power: 70 } }],
  [
    'arcgis-hub.yaml',
    'PL0001',
    { street: 'Rue de l’Arquebuse', commune: 'Dijon', luminaire: { convertedOn: '2021-03-04' } },
  ],
  ['arcgis-hub.yaml', 'PL0003', { street: '', position: [5.0307, 47.3223] }],
  [
    'arcgis-couche.yaml',
    '41-001',
    { street: 'BOULEVARD DE BROSSES', cabinet: 'A041 & A042', luminaire: { power: 72 } },
  ],
  ['arcgis-couche.yaml', '50-001', { street: "Place d'Armes" }],
  [
    'fiware-graphe.yaml',
    'urn:ngsi-ld:Streetlight:2',
    { street: 'Boulevard de Brosses', commune: 'Dijon', circuit: 'urn:ngsi-ld:StreetlightGroup:A41-1' },
  ],
  [
    'fiware-graphe.yaml',
    'urn:ngsi-ld:Streetlight:3',
    { position: [5.0359, 47.3236], luminaire: { power: 70 } },
  ],
])('of %s the lamp %s is what was meant', (mapping, id, lamp) => {
  const { position, ...rest } = lamp as { position?: readonly [number, number] };
  const known = lampIn(mapping, id);
  expect(known).toMatchObject(rest);
  // Projected there and back: to a centimetre.
  for (const axis of [0, 1] as const)
    if (position !== undefined) expect(known!.position[axis]).toBeCloseTo(position[axis], 6);
});
