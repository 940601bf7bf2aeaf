import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FreshPlace, freshPlace } from '../../../tests/support/store-place.ts';
import { until } from '../../../tests/support/until.ts';
import { createLog } from '../../node/log/log.ts';
import { holdPlace } from '../../node/sqlite/hold.ts';
import { Streets } from '../../shared/geo/streets.ts';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import { instant } from '../../shared/wire/time.ts';
import { mendLamp, type StoredDistrict } from '../lighting/dictionary.ts';
import { importInventory, keepDistrict } from '../lighting/inventory.ts';
import { openStore } from '../store/store.ts';
import { reportText } from './report/text.ts';
import { runImport } from './run.ts';
import { readCity } from './stage.ts';
import { StagedImports } from './staged-imports.ts';

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
const run = (dryRun = false, accept = { removals: false, refusals: false }, more: object = {}) =>
  runImport({
    place: at.place,
    mapping: join(dir, 'map.json'),
    dryRun,
    accept,
    by: 'it@room',
    waitMs: 20_000,
    now: Date.now,
    log,
    ...more,
  });
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
  expect(dry).toMatchObject({ written: undefined, stops: [] });
  expect(dry.report.lamps.added).toHaveLength(40);
  const done = await run();
  expect(done).toMatchObject({ written: 'alone', report: dry.report });
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
  expect(stopped).toMatchObject({ written: undefined, stops: [{ kind: 'removed', count: 10, of: 40 }] });
  expect((await stored()).seen.dictionaries[0]!.lamps).not.toContain(null);
  expect(await run(false, { removals: true, refusals: false })).toMatchObject({
    written: 'alone',
    stops: [],
  });
});

describe('while a hub runs', () => {
  /** A hub that holds the store, and looks for imports as often as its test says. */
  async function hub() {
    const letGo = typeof at.place === 'string' ? holdPlace(`${at.place}.lock`) : () => {};
    const store = await openStore(at.place, () => 'e-1');
    const told = vi.fn(async () => {});
    const imports = new StagedImports({
      store,
      live: { refresh: told },
      now: Date.now,
      log,
    });
    const staged = async () =>
      (await store.db.selectFrom('inventory_staged').select('id').where('answer', 'is', null).execute())
        .length;
    return {
      store,
      look: () => imports.look(),
      told,
      /** resolves when a command has left its import */
      staged: () => until('an import is staged', async () => (await staged()) > 0),
      end: async () => {
        await store.close();
        letGo();
      },
    };
  }
  beforeEach(async () => {
    lamps(40);
    await run();
  });

  it('the hub takes it over, journalised with whose it is and of which bytes; the same again changes nothing', async () => {
    lamps(41, (n) => (n === 7 ? '' : `L-${n};${5.03 + n * 3e-4};47,32;rue Monge;A-1;42`));
    const there = await hub();
    const importing = run();
    await there.staged();
    expect(await readCity(there.store.db)).toMatchObject({ districts: [{ dictionary: { dictVersion: 1 } }] });
    await there.look();
    expect(await importing).toMatchObject({ written: 'byHub', report: { lamps: { removed: ['L-7'] } } });
    expect(there.told).toHaveBeenCalledTimes(1);
    const [{ dictionary, gone }] = (await readCity(there.store.db)).districts as [StoredDistrict];
    expect([dictionary.dictVersion, dictionary.lamps.length, [...gone.keys()]]).toEqual([2, 41, ['L-7']]);

    const again = run();
    await there.staged();
    await there.look();
    const { lamps: same } = (await again).report;
    expect([same.added, same.removed, same.moved, same.changed, same.unchanged]).toEqual([
      [],
      [],
      [],
      [],
      40,
    ]);
    const left = await there.store.db.selectFrom('inventory_staged_part').selectAll().execute();
    expect([left, await there.store.db.selectFrom('inventory_staged').selectAll().execute()]).toEqual([
      [],
      [],
    ]);
    await there.end();
    const entries = (await stored()).journal.map(({ json }) => JSON.parse(json).payload);
    expect(entries).toMatchObject([
      { added: 40 },
      {
        by: 'it@room',
        files: [{ file: 'lamps.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, {}, {}],
        added: 1,
        removed: 1,
      },
      { added: 0, removed: 0, moved: 0, changed: 0 },
    ]);
  });

  it('is refused by the hub where a lamp was put elsewhere meanwhile, and what was mended stays', async () => {
    lamps(42);
    const there = await hub();
    const importing = run();
    importing.catch(() => {});
    await there.staged();
    const [district] = (await readCity(there.store.db)).districts as [StoredDistrict];
    const lamp = district.dictionary.lamps[3]!.id;
    const mended = mendLamp(district.dictionary, lamp, [5.031, 47.3201]);
    await there.store.write(({ tx }) => keepDistrict(tx, { ...district, dictionary: mended }, instant(0)));
    await there.look();
    await expect(importing).rejects.toMatchObject({
      exitCode: 74,
      message: expect.stringContaining('has changed'),
    });
    expect(there.told).not.toHaveBeenCalled();

    // Worked out anew it is taken, and the lamp stays where somebody has seen it.
    const again = run();
    await there.staged();
    await there.look();
    expect(await again).toMatchObject({ written: 'byHub' });
    const [after] = (await readCity(there.store.db)).districts as [StoredDistrict];
    expect(after.dictionary.lamps[3]).toMatchObject({ id: lamp, position: [5.031, 47.3201] });
    expect(after.dictionary.lamps).toHaveLength(42);
    await there.end();
    expect((await stored()).journal.map(({ action }) => action)).toEqual([
      'inventory.imported',
      'inventory.refused',
      'inventory.imported',
    ]);
  });

  it('is withdrawn where the hub does not answer, and found late it is refused', async () => {
    lamps(42);
    const there = await hub();
    await expect(run(false, undefined, { waitMs: 1 })).rejects.toThrow('has not taken the import over');
    await there.look();
    const old = run(false, undefined, { now: () => Date.now() - 3_600_000 });
    old.catch(() => {});
    await there.staged();
    await there.look();
    await expect(old).rejects.toThrow('more than ten minutes');
    expect((await readCity(there.store.db)).districts[0]!.dictionary.lamps).toHaveLength(40);
    await there.end();
  });
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
      'Rien n’est importé\n  15\u202f% des lignes de lampadaires sont refusées, 10\u202f% au plus\u202f: --accept-refusals pour importer le reste\n',
    );
  });
});
