import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { picture } from '../../../tests/support/picture.ts';
import { startTileServer, type TestTileServer } from '../../../tests/support/tile-server.ts';

let folder: string;
let server: TestTileServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-prefetch-'));
  server = await startTileServer((_, response) =>
    response.writeHead(200, { 'cache-control': 'max-age=86400' }).end(picture(0, [40, 200, 80])),
  );
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The command as IT gives it. */
async function prefetch(baseMap: object | undefined) {
  const file = join(folder, 'seat.yaml');
  const seat = { seat: 'seat-01', brokers: ['mqtt://127.0.0.1:1'], dataDir: folder };
  writeFileSync(file, JSON.stringify({ ...seat, ...(baseMap && { baseMap }) }));
  const main = join(import.meta.dirname, '../main.ts');
  const child = spawn(process.execPath, [main, '--config', file, '--prefetch'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { code: child.exitCode, said, wrong };
}
const area = (more: object = {}) => ({
  ...{ url: server.template, attribution: '© A', bounds: [4.85, 47.22, 5.2, 47.42] },
  ...{ minZoom: 9, maxZoom: 10, perSecond: 50 },
  ...more,
});

test('fetches the whole area once, says how far it is, and passes over what is there', async () => {
  const first = await prefetch(area());
  const tiles = server.requests.length;
  expect(tiles).toBeGreaterThan(1);
  expect(first).toMatchObject({ code: 0 });
  expect(first.said).toContain(`${tiles} of ${tiles} tiles to fetch`);
  expect(first.said).toContain(`${tiles} of ${tiles} tiles, 0 failed: whole`);
  const again = await prefetch(area());
  expect(again).toMatchObject({
    code: 0,
    said: expect.stringContaining(`nothing to fetch: all ${tiles} tiles are kept`),
  });
  expect(server.requests).toHaveLength(tiles);
}, 30_000);

test('says why it could not, and ends as a wrong configuration does', async () => {
  expect(await prefetch(undefined)).toMatchObject({
    code: 78,
    wrong: expect.stringContaining('no tile server'),
  });
  expect(await prefetch(area({ maxZoom: 20, megabytes: 10 }))).toMatchObject({
    code: 78,
    wrong: expect.stringContaining('larger than baseMap.megabytes allows'),
  });
  expect(server.requests).toEqual([]);
}, 30_000);
