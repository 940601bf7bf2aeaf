import { expect, test } from 'vitest';
import { instant } from '../../shared/wire/time.ts';
import { NO_TILE, serveTile, tileOf } from './base-map.ts';

test.each([
  ['app://bundle/base-map/15/16838/11463', { z: 15, x: 16_838, y: 11_463 }],
  ['app://bundle/base-map/0/0/0', { z: 0, x: 0, y: 0 }],
  ['app://bundle/base-map/1/2/0', undefined],
  ['app://bundle/base-map/23/0/0', undefined],
  ['app://bundle/base-map/1/0', undefined],
  ['app://bundle/base-map/1/0/0/..', undefined],
  ['app://bundle/base-map/1/-1/0', undefined],
  ['app://other/base-map/1/0/0', undefined],
  ['app://bundle/index.html', undefined],
])('%s names %o', (url, tile) => expect(tileOf(url)).toEqual(tile));

test('a tile comes with its age, and nothing is no error', async () => {
  const at = instant(Date.parse('2026-03-01T12:00:00.000Z'));
  const found = serveTile({
    kind: 'tile',
    type: 'image/png',
    bytes: Uint8Array.of(1, 2, 3),
    at,
    stale: true,
  });
  expect([...found.headers]).toEqual(
    expect.arrayContaining([
      ['content-type', 'image/png'],
      ['x-tile-at', at],
      ['x-tile-stale', '1'],
    ]),
  );
  expect(new Uint8Array(await found.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
  expect(serveTile(NO_TILE).status).toBe(204);
});
