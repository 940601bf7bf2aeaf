import { DEEPEST_ZOOM, type TileAddress } from '../../shared/geo/tile.ts';
import type { TileAnswer } from '../../shared/ipc/base-map.ts';
import { isOwnUrl } from '../security/origin.ts';

/** What a page is told where there is no tile, or nobody to ask: never an error, what lies below shows. */
export const NO_TILE: TileAnswer = { kind: 'none', later: true };

/** @returns the tile that a page's URL names, undefined where it names another thing or none that can be */
export function tileOf(url: string): TileAddress | undefined {
  if (!isOwnUrl(url)) return undefined;
  const [, ...figures] = /^\/base-map\/(\d{1,2})\/(\d{1,7})\/(\d{1,7})$/.exec(new URL(url).pathname) ?? [];
  const [z, x, y] = figures.map(Number);
  if (z === undefined || x === undefined || y === undefined) return undefined;
  return z <= DEEPEST_ZOOM && x < 2 ** z && y < 2 ** z ? { z, x, y } : undefined;
}

/** A tile as a page gets it: its age goes with it. The seat keeps tiles, the browser none. */
export function serveTile(answer: TileAnswer): Response {
  if (answer.kind === 'none')
    return new Response(null, { status: 204, ...(answer.later ? { headers: { 'x-tile-later': '1' } } : {}) });
  return new Response(answer.bytes, {
    headers: {
      'content-type': answer.type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-tile-at': answer.at,
      ...(answer.stale ? { 'x-tile-stale': '1' } : {}),
    },
  });
}
