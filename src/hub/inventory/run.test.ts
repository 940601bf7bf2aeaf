import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshPlace, freshPlace } from '../../../tests/support/store-place.ts';
import { createLog } from '../../node/log/log.ts';
import { holdPlace } from '../../node/sqlite/hold.ts';
import { Streets } from '../../shared/geo/streets.ts';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import { instant } from '../../shared/wire/time.ts';
import { importInventory } from '../lighting/inventory.ts';
import { openStore } from '../store/store.ts';
import { importCommand } from './command.ts';
import { readCity } from './keep.ts';
import { reportText } from './report/text.ts';
import { runImport } from './run.ts';

let dir: string;
let at: FreshPlace;
const log = createLog({ name: 'hub', level: 'error' });
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-import-'));
  at = await freshPlace();
  write('map.json', {
    sources: [
      {
        file: 'lamps.csv',
        kind: 'lamp',
        format: 'csv',
        fields: { position: { x: 'lon', y: 'lat' }, street: 'rue', cabinet: 'armoire', power: 'W' },
      },
      { file: 'armoires.csv', kind: 'cabinet', format: 'csv', fields: { position: { x: 'lon', y: 'lat' } } },
      { file: 'departs.csv', kind: 'circuit', format: 'csv', fields: { cabinet: 'armoire' } },
    ],
    within: [4, 46, 6, 48],
  });
  write('armoires.csv', 'id;lon;lat\nA-1;5,03;47,32\nA-2;;\n');
  write('departs.csv', 'id;armoire\nA-1-D1;A-1\n');
});
afterEach(async () => {
  await at.dispose();
  rmSync(dir, { recursive: true });
});

const write = (name: string, content: string | object) =>
  writeFileSync(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
const lamps = (count: number, row = (n: number) => `L-${n};${5.03 + n * 3e-4};47,32;rue Monge;A-1;42`) =>
  write(
    'lamps.csv',
    ['id;lon;lat;rue;armoire;W', ...Array.from({ length: count }, (_, n) => row(n))].join('\n'),
  );
const run = (dryRun = false, accept = { removals: false, refusals: false }) =>
  runImport({ place: at.place, mapping: join(dir, 'map.json'), dryRun, accept, now: Date.now, log });
async function stored() {
  const store = await openStore(at.place, () => 'e-1');
  const city = await readCity(store.db);
  const seen = await importInventory(store, {}, instant(0));
  const journal = await store.db.selectFrom('journal').select(['action', 'json']).execute();
  await store.close();
  return { city, seen, journal };
}

it('a dry run on no store makes none; an import brings what a hub starts with', async () => {
  lamps(40);
  const dry = await run(true);
  expect(dry).toMatchObject({ written: false, stops: [] });
  expect(dry.report.lamps.added).toHaveLength(40);
  const done = await run();
  expect(done).toMatchObject({ written: true, report: dry.report });
  const { city, seen, journal } = await stored();
  expect(seen.dictionaries).toHaveLength(1);
  expect(Dictionary.parse(seen.dictionaries[0]).lamps).toHaveLength(40);
  expect(seen.streets.map((graph) => Streets.parse(graph).derived)).toEqual([true]);
  expect(city.cabinets).toEqual([{ id: 'A-1', position: [5.03, 47.32] }, { id: 'A-2' }]);
  expect(city.circuits).toEqual([{ id: 'A-1-D1', cabinet: 'A-1' }]);
  expect(journal.map(({ action }) => action)).toEqual(['inventory.imported']);
  expect(journal[0]!.json).toContain('"added":40');
});

it('a dry run on a store that is held says what would change, and changes nothing', async () => {
  lamps(40);
  await run();
  lamps(38, (n) => `L-${n + 1};${5.03 + n * 3e-4};47,32;rue Monge;A-9;42`);
  const hub = await openStore(at.place, () => 'e-1');
  const dry = await run(true);
  expect(dry.report.lamps).toMatchObject({ before: 40, after: 38, added: [], removed: ['L-0', 'L-39'] });
  expect(dry.report.findings.filter(({ kind }) => kind === 'unknownCabinet')).toHaveLength(38);
  await hub.close();
  expect((await stored()).seen.dictionaries[0]!.lamps).not.toContain(null);
});

it('a second import leaves tombstones, and a lamp that returns finds its place', async () => {
  lamps(40);
  await run();
  const before = (await stored()).seen.dictionaries[0]!;
  lamps(40, (n) => (n === 7 ? '' : `L-${n};${5.03 + n * 3e-4};47,32;rue Monge;A-1;42`));
  expect((await run()).report.lamps.removed).toEqual(['L-7']);
  const without = (await stored()).seen.dictionaries[0]!;
  expect(without.lamps.filter((lamp) => lamp === null)).toHaveLength(1);
  lamps(40);
  expect((await run()).report.lamps).toMatchObject({ added: ['L-7'], returned: ['L-7'] });
  const after = (await stored()).seen.dictionaries[0]!;
  expect(after.lamps).toEqual(before.lamps);
  expect(after.dictVersion).toBe(3);
});

it('more removed than the limit is not imported without consent, and then all of it is', async () => {
  lamps(40);
  await run();
  lamps(30);
  const stopped = await run();
  expect(stopped).toMatchObject({ written: false, stops: [{ kind: 'removed', count: 10, of: 40 }] });
  expect((await stored()).seen.dictionaries[0]!.lamps).not.toContain(null);
  expect(await run(false, { removals: true, refusals: false })).toMatchObject({ written: true, stops: [] });
});

it('is refused in plain words while the hub runs', async () => {
  lamps(4);
  const runs = { lines: [expect.stringContaining('the hub runs on this store: stop it')], exitCode: 74 };
  if (typeof at.place === 'string') {
    const letGo = holdPlace(`${at.place}.lock`);
    await expect(run()).rejects.toMatchObject(runs);
    return letGo();
  }
  const hub = await openStore(at.place, () => 'e-1');
  await expect(run()).rejects.toMatchObject(runs);
  await hub.close();
});

describe('the report', () => {
  it('is told in the language of the room, and names rows', async () => {
    lamps(20, (n) =>
      n === 3 ? 'L-3;0;0;rue Monge;A-1;42' : `L-${n};${5.03 + n * 3e-4};47,32;rue Monge;A-1;quarante`,
    );
    write('armoires.csv', 'id;lon;lat\nA-1;5,03;47,32\n');
    const result = await run(true);
    const french = reportText(result, true, 'fr');
    expect(french).toContain('Essai à blanc\u202f: rien n’est écrit');
    expect(french).toContain('  position 0, 0  1\n    lamps.csv:5  L-3  0 0\n');
    expect(french).toContain('valeur illisible, laissée vide  19');
    expect(french).toContain('… et 14 de plus (--report)');
    expect(reportText(result, true, 'en')).toContain('Dry run: nothing is written');
  });

  it('says why nothing is imported', async () => {
    lamps(20, (n) => (n < 3 ? `L-${n};;;;;` : `L-${n};${5.03 + n * 3e-4};47,32;rue Monge;A-1;42`));
    const result = await run();
    expect(reportText(result, false, 'fr')).toContain(
      'Rien n’est importé\n  15\u202f% des lignes de lampes sont refusées, 10\u202f% au plus\u202f: --accept-refusals pour importer le reste\n',
    );
  });
});

it('the command refuses a hub that would overwrite it at its start, and writes the report for machines', async () => {
  lamps(4);
  const flags = {
    mapping: join(dir, 'map.json'),
    dryRun: true,
    report: join(dir, 'report.json'),
    acceptRemovals: false,
    acceptRefusals: false,
  };
  const config = { store: join(dir, 'none.db'), locale: 'en' } as never;
  const said: string[] = [];
  expect(await importCommand(config, flags, log, (text) => said.push(text))).toBe(true);
  expect(said.join('')).toContain('added: 4');
  const report = JSON.parse(readFileSync(flags.report, 'utf8'));
  expect(report).toMatchObject({
    v: 1,
    dryRun: true,
    written: false,
    lamps: { before: 0, after: 4 },
    stops: [],
  });
  const named = { store: join(dir, 'none.db'), locale: 'en', inventory: 'lamps.ndjson' } as never;
  await expect(importCommand(named, flags, log, () => {})).rejects.toThrow('names a file under inventory');
});

it('a mapping with mistakes is refused by file, line and key', async () => {
  writeFileSync(
    join(dir, 'map.json'),
    'sources:\n  - file: a.csv\n    kind: lamp\n    format: csv\n    crs: EPSG:99\n    fields:\n      positon: x\n',
  );
  const error = await run(true).catch((thrown: { lines: readonly string[] }) => thrown);
  expect(error).toMatchObject({
    lines: [
      expect.stringMatching(/map\.json:5:5: sources\[0\]\.crs: /),
      expect.stringMatching(/map\.json:7:7: sources\[0\]\.fields\.positon: unknown key/),
    ],
  });
});
