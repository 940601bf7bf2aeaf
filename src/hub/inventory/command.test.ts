import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from '../../node/log/log.ts';
import { importCommand } from './command.ts';
import { runImport } from './run.ts';

let dir: string;
const log = createLog({ name: 'hub', level: 'error' });
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-import-'));
  const fields = { position: { x: 'lon', y: 'lat' }, street: 'rue' };
  const sources = [{ file: 'lamps.csv', kind: 'lamp', format: 'csv', fields }];
  writeFileSync(join(dir, 'map.json'), JSON.stringify({ sources }));
  const rows = Array.from({ length: 4 }, (_, n) => `L-${n};${5.03 + n * 3e-4};47.32;rue Monge`);
  writeFileSync(join(dir, 'lamps.csv'), ['id;lon;lat;rue', ...rows].join('\n'));
});
afterEach(() => rmSync(dir, { recursive: true }));

it('the command refuses a hub that would overwrite it at its start, and writes the report for machines', async () => {
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
  const error = await runImport({
    place: join(dir, 'none.db'),
    mapping: join(dir, 'map.json'),
    dryRun: true,
    accept: { removals: false, refusals: false },
    by: 'it@room',
    waitMs: 20_000,
    now: Date.now,
    log,
  }).catch((thrown: { lines: readonly string[] }) => thrown);
  expect(error).toMatchObject({
    lines: [
      expect.stringMatching(/map\.json:5:5: sources\[0\]\.crs: /),
      expect.stringMatching(/map\.json:7:7: sources\[0\]\.fields\.positon: unknown key/),
    ],
  });
});
