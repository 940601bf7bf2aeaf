import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { picture } from '../support/picture.ts';
import { startTileServer } from '../support/tile-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const dir = mkdtempSync(join(tmpdir(), 'vigie-prefetch-'));
const server = await startTileServer((_, response) => response.writeHead(200).end(picture()));
afterAll(async () => {
  await server.stop();
  rmSync(dir, { recursive: true });
});

it('fetches the area by hand, and the server hears which version asks', async () => {
  const config = join(dir, 'seat.yaml');
  const baseMap = {
    url: server.template,
    attribution: '© A',
    bounds: [5.02, 47.31, 5.06, 47.33],
    maxZoom: 11,
    perSecond: 50,
  };
  writeFileSync(config, JSON.stringify({ seat: 'seat-01', brokers: ['mqtt://127.0.0.1:9'], baseMap }));
  const args = ['src/seat/main.ts', '--config', config, '--data', join(dir, 'data'), '--prefetch'];
  const seat = spawn(process.execPath, args, { cwd: ROOT });
  expect(await text(seat.stdout)).toMatch(/2 of 2 tiles, 0 failed: whole\n$/);
  expect(server.requests.map(({ headers }) => headers['user-agent'])).toEqual(
    Array(2).fill(`Vigie/${manifest.version}`),
  );
});
