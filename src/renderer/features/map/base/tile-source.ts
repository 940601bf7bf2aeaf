import type { TileAddress } from '../../../../shared/geo/tile.ts';

/** A tile as the application's protocol gives it. */
export type SourcedTile =
  | {
      readonly kind: 'tile';
      readonly body: Blob;
      /** when it was fetched or last looked at, ms since the epoch */
      readonly at: number;
    }
  /** `later`: it can't be had now, and may be had another time */
  | { readonly kind: 'none'; readonly later: boolean };

/** Asks the application for a tile. Relative to the page: it knows no network. */
export async function fetchTile({ z, x, y }: TileAddress, signal: AbortSignal): Promise<SourcedTile> {
  const response = await fetch(`base-map/${z}/${x}/${y}`, { signal });
  if (response.status !== 200) return { kind: 'none', later: response.headers.has('x-tile-later') };
  return {
    kind: 'tile',
    body: await response.blob(),
    at: Date.parse(response.headers.get('x-tile-at') ?? ''),
  };
}
