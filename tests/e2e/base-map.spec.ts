import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Box } from '../../src/shared/geo/box.ts';
import type { Position } from '../../src/shared/geo/position.ts';
import { tilesOf } from '../../src/shared/geo/tile.ts';
import { expect, test } from '../support/e2e.ts';
import { colourAt, difference, spotOf } from '../support/map-picture.ts';
import { signIn } from '../support/operator.ts';
import { picture } from '../support/picture.ts';
import { pmtiles } from '../support/pmtiles.ts';
import { startTileServer } from '../support/tile-server.ts';
import { vectorTile } from '../support/vector-tile.ts';

const DIJON: Box = [5, 47.3, 5.08, 47.34];
/** Where there is nothing but ground. */
const GROUND: Position = [5.0415, 47.3212];
/** --map-ground and --map-water of the night. */
const BARE = [0x0d, 0x0f, 0x12];
const WATER = [0x13, 0x20, 0x2b];
const groundOf = async (page: Page) => colourAt(page, await spotOf(page, GROUND));
const ground = (page: Page, colour: readonly number[]) =>
  expect.poll(async () => {
    const [red, green, blue] = colour;
    return difference(await groundOf(page), [red ?? 0, green ?? 0, blue ?? 0]);
  });

test('a base map is kept: it shows when its server is gone, says so, and the window asks no network', async ({
  start,
}) => {
  const tiles = await startTileServer((_, response) => response.end(picture(0, [40, 220, 120])));
  const baseMap = { url: tiles.template, attribution: '© Ville de Dijon', bounds: DIJON };
  const room = await start({ seats: ['seat-01'], seat: { baseMap } });
  const userData = join(room.folder, 'user-data');
  const before = await room.open('seat-01', { userData });
  const asked: string[] = [];
  before.page.on('request', (request) => asked.push(request.url()));
  await signIn(before.page, 'Camille Petit');
  await expect(before.page.getByText(/^© Ville de Dijon · fond du \d/)).toBeVisible();
  await ground(before.page, BARE).toBeGreaterThan(15);
  const shown = await groundOf(before.page);
  await before.page.getByRole('button', { name: 'Calques' }).click();
  await before.page.getByLabel('Fond de carte').uncheck();
  await expect.poll(async () => difference(await groundOf(before.page), shown)).toBeGreaterThan(15);
  // The choice of layers is the person's, and outlives the console.
  await before.page.getByLabel('Fond de carte').check();
  await ground(before.page, shown).toBeLessThan(4);
  const own = new URL(before.page.url());
  expect(asked.filter((url) => url.includes('/base-map/15/'))).not.toEqual([]);
  expect(asked.filter((url) => !url.startsWith('blob:') && new URL(url).host !== own.host)).toEqual([]);
  await before.close();

  await tiles.stop();
  const offline = await room.open('seat-01', { userData });
  const { page } = offline;
  await expect(page.getByText(/^© Ville de Dijon · fond du \d/)).toBeVisible();
  await ground(page, shown).toBeLessThan(4);
  for (const _ of ['half a zoom', 'another']) await page.getByRole('button', { name: 'Plus loin' }).click();
  await expect(page.getByText('serveur du fond injoignable · fond incomplet ici')).toBeVisible();
  await page.getByRole('button', { name: 'Réglages' }).click();
  await expect(page.getByText(/^ne répond plus depuis .* \(ECONNREFUSED\)$/)).toBeVisible();
  await offline.close();

  // A file in its place: vector tiles are drawn in the colours of the map.
  const lake = vectorTile({
    water: [
      {
        type: 'area',
        points: [
          [0, 0],
          [4096, 0],
          [4096, 4096],
          [0, 4096],
        ],
        properties: { kind: 'lake' },
      },
    ],
  });
  const cover = { bounds: DIJON, minZoom: 14, maxZoom: 14 };
  const all = [...tilesOf(cover)].map((address) => ({ address, bytes: lake }));
  const metadata = { attribution: '&copy; OpenStreetMap' };
  const archive = pmtiles({ type: 'vector', tiles: all, bounds: DIJON, metadata });
  writeFileSync(join(room.folder, 'lake.pmtiles'), archive);
  const config = JSON.parse(readFileSync(room.config('seat-01'), 'utf8'));
  writeFileSync(room.config('seat-01'), JSON.stringify({ ...config, baseMap: { file: 'lake.pmtiles' } }));
  const vector = await room.open('seat-01', { userData });
  await expect(vector.page.getByText(/^© OpenStreetMap · fond du \d/)).toBeVisible();
  // At zoom 15, out of tiles of zoom 14.
  await ground(vector.page, WATER).toBeLessThan(3);
});
