import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FreshPlace, freshPlace } from '../../../tests/support/store-place.ts';
import { createLog } from '../../node/log/log.ts';
import { readCrossings } from '../lighting/crossings.ts';
import { openStore } from '../store/store.ts';
import { runImport } from './run.ts';
import { readCity } from './stage.ts';

let dir: string;
let at: FreshPlace;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-import-crossings-'));
  at = await freshPlace();
});
afterEach(async () => {
  await at.dispose();
  rmSync(dir, { recursive: true });
});

const write = (name: string, lines: readonly string[]) => writeFileSync(join(dir, name), lines.join('\n'));
/** Imports one file, and nothing else. */
const run = (kind: string, file: string) => {
  const mapping = {
    sources: [{ file, kind, format: 'csv', fields: { position: { x: 'lon', y: 'lat' }, street: 'rue' } }],
    limits: { removed: 1 },
  };
  write('map.json', [JSON.stringify(mapping)]);
  return runImport({
    place: at.place,
    mapping: join(dir, 'map.json'),
    dryRun: false,
    accept: { removals: false, refusals: false },
    by: 'it@room',
    waitMs: 20_000,
    now: Date.now,
    log: createLog({ name: 'hub', level: 'error' }),
  });
};
const crossings = (...rows: readonly string[]) => {
  write('passages.csv', ['id;lon;lat;rue', ...rows]);
  return run('crossing', 'passages.csv');
};

it('crossings are imported beside lamps, kept with those that are gone, and journalised', async () => {
  write('lamps.csv', [
    'id;lon;lat;rue',
    ...[0, 1, 2, 3].map((n) => `L-${n};${5.03 + n * 3e-4};47,32;rue Monge`),
  ]);
  await run('lamp', 'lamps.csv');
  const [one, two, three] = [
    'PP-1;5,0306;47,32005;',
    'PP-2;5,0303;47,32005;rue Monge',
    'PP-3;5,0309;47,32005;',
  ];
  expect((await crossings(two!, one!)).report.crossings).toMatchObject({
    before: 0,
    after: 2,
    added: ['PP-1', 'PP-2'],
  });
  await crossings(one!, three!);

  const store = await openStore(at.place, () => 'e-1');
  const city = await readCity(store.db);
  expect(await readCrossings(store.db)).toEqual([
    { id: 'PP-1', position: [5.0306, 47.32005] },
    { id: 'PP-3', position: [5.0309, 47.32005] },
  ]);
  expect(city.crossings.map(({ crossing: { id }, gone }) => [id, gone])).toEqual([
    ['PP-1', false],
    ['PP-2', true],
    ['PP-3', false],
  ]);
  expect(city.districts[0]!.dictionary.lamps).toHaveLength(4);
  const journal = await store.db.selectFrom('journal').select('json').execute();
  expect(journal.map(({ json }) => JSON.parse(json).payload.crossings)).toEqual([
    { added: 0, removed: 0, moved: 0 },
    { added: 2, removed: 0, moved: 0 },
    { added: 1, removed: 1, moved: 0 },
  ]);
  await store.close();

  const { report } = await crossings(one!, two!);
  expect(report.crossings).toMatchObject({ added: ['PP-2'], returned: ['PP-2'], removed: ['PP-3'] });
  const same = { before: 2, after: 2, added: [], removed: [], moved: [] };
  expect((await crossings(one!, two!)).report.crossings).toMatchObject(same);
});
