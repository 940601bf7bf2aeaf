import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { picture } from '../../../tests/support/picture.ts';
import { startTileServer, type TestTileServer } from '../../../tests/support/tile-server.ts';
import { BaseMapConfig } from '../../node/config/base-map.ts';
import { createLog } from '../../node/log/log.ts';
import { openBaseMap } from './open.ts';

const TILE = { z: 10, x: 525, y: 358 };
const GREEN = picture(0, [40, 200, 80]);
const log = createLog({ name: 'test', level: 'error' });
let folder: string;
let server: TestTileServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-tiles-'));
  server = await startTileServer((_, response) => response.writeHead(200).end(GREEN));
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the file of tiles has when it is opened; one tile is asked for before it is closed again. */
async function visit(url = server.template): Promise<number> {
  const baseMap = BaseMapConfig.parse({ url, attribution: '© A', bounds: [4.85, 47.22, 5.2, 47.42] });
  const on = { config: { baseMap }, folder, version: '1.2', log, onChange: () => {}, fetch, now: Date.now };
  const map = openBaseMap(on);
  const state = map.state();
  await map.tile(TILE);
  map.close();
  if (state.kind !== 'server') throw new Error(`it is ${state.kind}`);
  return state.kept.tiles;
}

test('a damaged file of tiles is set aside, and one of another server is emptied', async () => {
  expect(await visit()).toBe(0);
  expect(await visit()).toBe(1);
  writeFileSync(join(folder, 'tiles.mbtiles'), 'no database');
  expect(await visit()).toBe(0);
  expect(await visit()).toBe(1);
  expect(await visit(server.template.replace('.png', '.png?style=b'))).toBe(0);
});

test('other programs read the file as MBTiles, whose rows count from the south', async () => {
  await visit();
  const db = new DatabaseSync(join(folder, 'tiles.mbtiles'), { readOnly: true });
  const rows = db
    .prepare('SELECT zoom_level, tile_column, tile_row, length(tile_data) AS n FROM tiles')
    .all();
  db.close();
  expect(rows).toEqual([{ zoom_level: 10, tile_column: 525, tile_row: 1_023 - 358, n: GREEN.length }]);
});
