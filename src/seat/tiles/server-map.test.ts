import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { picture } from '../../../tests/support/picture.ts';
import { startTileServer, type TestTileServer } from '../../../tests/support/tile-server.ts';
import { until } from '../../../tests/support/until.ts';
import { BaseMapConfig } from '../../node/config/base-map.ts';
import { createLog } from '../../node/log/log.ts';
import type { Box } from '../../shared/geo/box.ts';
import type { BaseMapState } from '../../shared/ipc/base-map.ts';
import type { BaseMap } from './model.ts';
import { openBaseMap } from './open.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-03-01T12:00:00.000Z');
const BOUNDS: Box = [4.85, 47.22, 5.2, 47.42];
const TILE = { z: 10, x: 525, y: 358 };
const GREEN = picture(0, [40, 200, 80]);
const RED = picture(0, [200, 40, 40]);

let folder: string;
let server: TestTileServer;
let now: number;
let lines: string[];
const open: BaseMap[] = [];

const give =
  (bytes: Buffer, headers: Record<string, string> = {}) =>
  (_: unknown, response: ServerResponse) =>
    response.writeHead(200, headers).end(bytes);
const fail =
  (status: number, headers: Record<string, string> = {}) =>
  (_: unknown, response: ServerResponse) =>
    response.writeHead(status, headers).end('<html>sorry</html>');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-tiles-'));
  server = await startTileServer(give(GREEN));
  now = START;
  lines = [];
});
afterEach(async () => {
  for (const map of open.splice(0)) map.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function openMap(
  more: Partial<BaseMapConfig> = {},
  onChange: (state: BaseMapState) => void = () => {},
): BaseMap {
  const url = server.template;
  const baseMap = BaseMapConfig.parse({ url, attribution: '© A', bounds: BOUNDS, perSecond: 50, ...more });
  const log = createLog({ name: 'test', write: (line) => lines.push(line), readable: false });
  const options = { config: { baseMap }, folder, version: '1.2', log, onChange, fetch, now: () => now };
  const map = openBaseMap(options);
  open.push(map);
  return map;
}
const reopen = (more?: Partial<BaseMapConfig>): BaseMap => {
  for (const map of open.splice(0)) map.close();
  return openMap(more);
};
const bytesOf = async (map: BaseMap, tile = TILE) => {
  const answer = await map.tile(tile);
  return answer.kind === 'tile' ? Buffer.from(answer.bytes) : answer;
};
const serverOf = (map: BaseMap) => {
  const state = map.state();
  if (state.kind !== 'server') throw new Error(`it is ${state.kind}`);
  return state;
};

test('a tile is fetched once, kept, and shown from the disk when the server is gone, with its age', async () => {
  const map = openMap();
  expect(await bytesOf(map)).toEqual(GREEN);
  expect(await bytesOf(map)).toEqual(GREEN);
  expect(server.requests).toHaveLength(1);
  await server.stop();

  now += 40 * DAY;
  const later = reopen();
  expect(await later.tile(TILE)).toMatchObject({
    kind: 'tile',
    type: 'image/png',
    at: new Date(START).toISOString(),
    stale: true,
  });
  expect(await later.tile({ ...TILE, x: 526 })).toEqual({ kind: 'none', later: true });
  expect(serverOf(later).reach).toMatchObject({ kind: 'down', why: 'ECONNREFUSED' });
  expect(serverOf(later).kept).toMatchObject({ tiles: 1, oldest: new Date(START).toISOString() });
});

test('what is no longer fresh is shown at once and looked at again behind it, by its tag', async () => {
  server.answer(give(GREEN, { etag: '"a"', 'cache-control': 'max-age=60' }));
  const map = openMap();
  await map.tile(TILE);
  now += 61_000;
  server.answer(fail(304, { 'cache-control': 'max-age=60' }));
  expect(await map.tile(TILE)).toMatchObject({ kind: 'tile', stale: true });
  await until('the second request', () => server.requests.length === 2);
  expect(server.requests[1]?.headers['if-none-match']).toBe('"a"');
  await until('it is fresh again', async () => {
    const answer = await map.tile(TILE);
    return answer.kind === 'tile' && !answer.stale && answer.at === new Date(now).toISOString();
  });
  now += 61_000;
  server.answer(give(RED, { etag: '"b"', 'cache-control': 'max-age=60' }));
  await until('another picture', async () => RED.equals((await bytesOf(map)) as Buffer));
});

test.each<[string, (_: unknown, response: ServerResponse) => void]>([
  ['a page of excuses with status 200', (_, response) => response.writeHead(200).end('<html>sorry</html>')],
  ['an error', fail(400)],
  ['a server that is not well', fail(503)],
  ['a redirection', fail(302, { location: 'http://127.0.0.1:9/' })],
  ['no key', fail(403)],
  ['a broken connection', (_, response) => response.destroy()],
])('%s is no tile, and what was kept stays', async (_, answer) => {
  const map = openMap();
  await map.tile(TILE);
  now += 31 * DAY;
  server.answer(answer);
  expect(await bytesOf(map)).toEqual(GREEN);
  await until('it was asked again', () => server.requests.length === 2);
  await until('it was judged', () => {
    const { reach, refused } = serverOf(map);
    return reach.kind === 'down' || refused > 0;
  });
  expect(await bytesOf(map)).toEqual(GREEN);
  expect(await map.tile({ ...TILE, x: 526 })).toMatchObject({ kind: 'none' });
});

test('where the server has none it is not asked again until that is no longer fresh', async () => {
  server.answer(fail(404));
  const map = openMap();
  expect(await map.tile(TILE)).toEqual({ kind: 'none', later: false });
  expect(await map.tile(TILE)).toEqual({ kind: 'none', later: false });
  expect(server.requests).toHaveLength(1);
});

test('a server that fails is left alone as long as it wishes, then asked again', async () => {
  server.answer(fail(429, { 'retry-after': '120' }));
  const map = openMap();
  await map.tile(TILE);
  now += 119_000;
  server.answer(give(GREEN));
  expect(await map.tile(TILE)).toEqual({ kind: 'none', later: true });
  expect(server.requests).toHaveLength(1);
  now += 2_000;
  expect(await bytesOf(map)).toEqual(GREEN);
});

test('one column that a server cannot make leaves the others alone, and is asked for again in a while', async () => {
  const broken = ({ url = '' }: { url?: string }, response: ServerResponse) =>
    url.includes('/16838/') ? fail(500)(undefined, response) : give(GREEN)(undefined, response);
  server.answer(broken);
  const map = openMap();
  const row = (y: number) =>
    Promise.all([0, 1, 2, 3, 4].map((x) => map.tile({ z: 15, x: 16_838 + x, y: 11_475 + y })));
  const kinds = async (y: number) => (await row(y)).map(({ kind }) => kind);
  for (let y = 0; y < 12; y++) expect(await kinds(y)).toEqual(['none', 'tile', 'tile', 'tile', 'tile']);
  expect(serverOf(map)).toMatchObject({ reach: { kind: 'up' }, refused: 12 });
  const asked = server.requests.length;
  await row(0);
  expect(server.requests).toHaveLength(asked);
  now += 21_000;
  server.answer(give(GREEN));
  expect(await kinds(0)).toEqual(['tile', 'tile', 'tile', 'tile', 'tile']);
});

test('a server that fails at all it is asked for is left alone', async () => {
  server.answer(fail(500));
  const map = openMap();
  for (let x = 0; x < 12; x++) await map.tile({ z: 15, x: 16_838 + x, y: 11_475 });
  expect(server.requests).toHaveLength(8);
  expect(serverOf(map).reach).toMatchObject({ kind: 'down', why: 'HTTP 500' });
  now += 21_000;
  server.answer(give(GREEN));
  expect(await bytesOf(map)).toEqual(GREEN);
  expect(serverOf(map).reach).toMatchObject({ kind: 'up' });
});

test('many who want one tile make one request, and no more than four run at once', async () => {
  const held: ServerResponse[] = [];
  server.answer((_, response) => void held.push(response));
  const map = openMap();
  const tiles = [0, 1, 2, 3, 4, 5].map((x) => ({ z: 15, x: 16_838 + x, y: 11_475 }));
  const answers = [...tiles, ...tiles].map((tile) => map.tile(tile));
  await until('four requests', () => held.length === 4);
  expect(server.requests).toHaveLength(4);
  server.answer(give(GREEN));
  for (const response of held) response.end(GREEN);
  expect((await Promise.all(answers)).every(({ kind }) => kind === 'tile')).toBe(true);
  expect(server.requests).toHaveLength(6);
});

test('nothing is asked for outside the area and the zooms', async () => {
  const map = openMap({ minZoom: 10, maxZoom: 12 });
  for (const tile of [
    { z: 10, x: 524, y: 358 },
    { z: 9, x: 262, y: 179 },
    { z: 13, x: 4_200, y: 2_864 },
  ])
    expect(await map.tile(tile)).toEqual({ kind: 'none', later: false });
  expect(server.requests).toEqual([]);
});

test('the server hears who asks, and the key is in no log, state or file', async () => {
  const keyFile = join(folder, 'key');
  writeFileSync(keyFile, 'S3CRET\n');
  const map = openMap({ url: `${server.template}?key={key}`, keyFile, contact: 'sig@metropole.example' });
  await map.tile(TILE);
  expect(server.requests[0]?.url).toContain('?key=S3CRET');
  expect(server.requests[0]?.headers['user-agent']).toBe('Vigie/1.2 (sig@metropole.example)');
  await server.stop();
  await map.tile({ ...TILE, x: 526 });
  await map.prefetch();
  map.cancel();
  expect(JSON.stringify(map.state()) + lines.join('')).not.toContain('S3CRET');
  open.splice(0)[0]?.close();
  expect(readFileSync(join(folder, 'tiles.mbtiles'), 'latin1')).not.toContain('S3CRET');
});

test('the area is counted, fetched whole, stopped and gone on with', async () => {
  const seen: string[] = [];
  const map = openMap({ maxZoom: 12 }, (state) => {
    if (state.kind === 'server') seen.push(state.prefetch.kind);
  });
  const plan = await map.plan();
  expect(plan).toMatchObject({ total: plan?.wanted });
  const total = plan?.total ?? 0;
  expect(total).toBeGreaterThan(15);
  expect(await map.prefetch()).toEqual({ ok: true });
  await until('three tiles', () => server.requests.length >= 3);
  map.cancel();
  await until('it has stopped', () => serverOf(map).prefetch.kind === 'over');
  expect(serverOf(map).prefetch).toMatchObject({ how: 'cancelled', total });
  const before = server.requests.length;
  expect(before).toBeLessThan(total);
  expect(await map.plan()).toMatchObject({ wanted: total - before });

  await map.prefetch();
  await until('it is whole', () => {
    const { prefetch } = serverOf(map);
    return prefetch.kind === 'over' && prefetch.how === 'whole';
  });
  expect(serverOf(map).prefetch).toMatchObject({ done: total, total, failed: 0 });
  expect(server.requests).toHaveLength(total);
  expect(await map.plan()).toMatchObject({ wanted: 0, total });
  expect(seen).toContain('running');
});

test('an area that a server forbids, or that would not fit, is not begun', async () => {
  const osm = openMap({ url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png' });
  expect(await osm.prefetch()).toEqual({ ok: false, why: 'policy' });
  const wide = reopen({ maxZoom: 19, megabytes: 10 });
  expect(await wide.plan()).toMatchObject({ forbidden: 'size' });
  expect(await wide.prefetch()).toEqual({ ok: false, why: 'size' });
  expect(server.requests).toEqual([]);
});

test('beyond their room the tiles that were shown longest ago go', async () => {
  server.answer(give(picture(1_500_000)));
  const map = openMap({ megabytes: 10 });
  const tiles = [0, 1, 2, 3, 4, 5, 6].map((x) => ({ z: 15, x: 16_838 + x, y: 11_475 }));
  for (const tile of tiles.slice(0, 6)) {
    await map.tile(tile);
    now += DAY;
  }
  await map.tile(tiles[0]!); // looked at again
  await map.tile(tiles[6]!);
  expect(serverOf(map).kept.bytes).toBeLessThanOrEqual(10_000_000);
  const requests = server.requests.length;
  expect((await map.tile(tiles[0]!)).kind).toBe('tile');
  expect(server.requests).toHaveLength(requests);
  await map.tile(tiles[1]!);
  expect(server.requests).toHaveLength(requests + 1);
});

test('what the server forbids to keep is shown and not kept, and counted', async () => {
  server.answer(give(GREEN, { 'cache-control': 'no-store' }));
  const map = openMap();
  expect(await bytesOf(map)).toEqual(GREEN);
  expect(serverOf(map)).toMatchObject({ unkept: 1, kept: { tiles: 0 } });
});
