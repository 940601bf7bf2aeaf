import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pmtiles } from '../../../tests/support/pmtiles.ts';
import { vectorTile } from '../../../tests/support/vector-tile.ts';
import { BaseMapConfig } from '../../node/config/base-map.ts';
import { createLog } from '../../node/log/log.ts';
import type { Box } from '../../shared/geo/box.ts';
import type { BaseMapState } from '../../shared/ipc/base-map.ts';
import type { BaseMap } from './model.ts';
import { openBaseMap } from './open.ts';

const BOUNDS: Box = [4.85, 47.22, 5.2, 47.42];
const TILE = { z: 10, x: 525, y: 358 };
const WATER = vectorTile({
  water: [
    {
      type: 'area',
      points: [
        [0, 0],
        [4096, 0],
        [4096, 4096],
      ],
      properties: { kind: 'lake' },
    },
  ],
});

let folder: string;
const open: BaseMap[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-pmtiles-'));
});
afterEach(() => {
  for (const map of open.splice(0)) map.close();
  rmSync(folder, { recursive: true, force: true });
});

/** @returns the map, and its state once the file has been read */
async function openFile(bytes: Uint8Array | undefined, more: object = {}) {
  const file = join(folder, 'map.pmtiles');
  if (bytes !== undefined) writeFileSync(file, bytes);
  const told = Promise.withResolvers<BaseMapState>();
  const map = openBaseMap({
    config: { baseMap: BaseMapConfig.parse({ file, ...more }) },
    folder,
    version: '1',
    log: createLog({ name: 'test', level: 'silent' }),
    onChange: told.resolve,
    fetch: () => {
      throw new Error('something was fetched');
    },
    now: Date.now,
  });
  open.push(map);
  return { map, state: bytes === undefined ? map.state() : await told.promise };
}

test('vector tiles come out of a file as they went in, and nothing is fetched', async () => {
  const metadata = {
    attribution: '<a href="https://osm.org">&copy; OpenStreetMap</a>',
    'planetiler:osm:osmosisreplicationtime': '2026-02-27T04:00:00Z',
  };
  const archive = pmtiles({
    type: 'vector',
    tiles: [{ address: TILE, bytes: WATER }],
    bounds: BOUNDS,
    metadata,
  });
  const { map, state } = await openFile(archive);
  expect(state).toMatchObject({
    kind: 'file',
    content: 'vector',
    attribution: '© OpenStreetMap',
    bounds: BOUNDS,
    minZoom: 10,
    maxZoom: 10,
    named: false,
    file: 'map.pmtiles',
    madeAt: '2026-02-27T04:00:00.000Z',
  });
  const found = await map.tile(TILE);
  expect(found).toMatchObject({ kind: 'tile', type: 'application/vnd.mapbox-vector-tile', stale: false });
  expect(found.kind === 'tile' && Buffer.from(found.bytes)).toEqual(Buffer.from(WATER));
  expect(await map.tile({ ...TILE, x: 526 })).toEqual({ kind: 'none', later: false });
  expect(await map.tile({ ...TILE, x: 3 })).toEqual({ kind: 'none', later: false });
  expect(await map.plan()).toBeUndefined();
});

test('a file of pictures, and what the configuration says before the file', async () => {
  const png = Uint8Array.of(1, 2, 3);
  const archive = pmtiles({ type: 'png', tiles: [{ address: TILE, bytes: png }], bounds: BOUNDS });
  const { map, state } = await openFile(archive, { attribution: '© IGN', bounds: [4.9, 47.3, 5.1, 47.4] });
  expect(state).toMatchObject({
    content: 'picture',
    named: true,
    attribution: '© IGN',
    bounds: [4.9, 47.3, 5.1, 47.4],
  });
  expect(await map.tile(TILE)).toMatchObject({ kind: 'tile', type: 'image/png', bytes: png });
});

test('a file that is missing, empty or of another kind is said, and the seat goes on', async () => {
  expect((await openFile(undefined)).state).toMatchObject({
    kind: 'unusable',
    detail: expect.stringMatching(/map\.pmtiles.*ENOENT.*baseMap\.file/),
  });
  for (const bytes of [Buffer.alloc(0), Buffer.from('not a map at all'.repeat(20))]) {
    const { map, state } = await openFile(bytes);
    expect(state).toMatchObject({ kind: 'unusable' });
    expect(await map.tile(TILE)).toEqual({ kind: 'none', later: false });
  }
});

test('a file cut short is said when a tile is wanted of it', async () => {
  const archive = pmtiles({ type: 'vector', tiles: [{ address: TILE, bytes: WATER }], bounds: BOUNDS });
  const { map, state } = await openFile(archive.subarray(0, archive.length - 10));
  expect(state.kind).toBe('file');
  expect(await map.tile(TILE)).toEqual({ kind: 'none', later: false });
  expect(map.state().kind).toBe('unusable');
});
