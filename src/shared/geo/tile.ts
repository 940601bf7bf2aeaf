import type { Box } from './box.ts';
import { mercatorX, mercatorY } from './mercator.ts';

/** Where a tile of a base map lies: column and row of 2^z each, from the north-west (the XYZ scheme). */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Nothing is smaller than this: the map goes no nearer than 19. */
export const DEEPEST_ZOOM = 22;

/** The tiles of one zoom that touch an area; both ends belong to it. */
export interface TileRange {
  readonly z: number;
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/** @returns the tiles of a zoom that an area touches; one that ends on a tile's edge does not touch the next */
export function rangeOf([west, south, east, north]: Box, z: number): TileRange {
  const side = 2 ** z;
  const at = (place: number) => Math.min(side - 1, Math.max(0, place));
  const first = (place: number) => at(Math.floor(place * side));
  const last = (place: number, from: number) => Math.max(from, at(Math.ceil(place * side) - 1));
  const minX = first(mercatorX(west));
  const minY = first(mercatorY(north));
  return {
    z,
    minX,
    maxX: last(mercatorX(east), minX),
    minY,
    maxY: last(mercatorY(south), minY),
  };
}

/** Whether a tile touches an area. */
export function touches(bounds: Box, { z, x, y }: TileAddress): boolean {
  const { minX, maxX, minY, maxY } = rangeOf(bounds, z);
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}

/** What is fetched beforehand: an area, from one zoom to another, both included. */
export interface TileCover {
  readonly bounds: Box;
  readonly minZoom: number;
  readonly maxZoom: number;
}

/** How many tiles a cover has, without listing them. */
export function countTiles({ bounds, minZoom, maxZoom }: TileCover): number {
  let count = 0;
  for (let z = minZoom; z <= maxZoom; z++) {
    const { minX, maxX, minY, maxY } = rangeOf(bounds, z);
    count += (maxX - minX + 1) * (maxY - minY + 1);
  }
  return count;
}

/** Each tile of a cover once, from far to near: what is fetched first shows the most. */
export function* tilesOf({ bounds, minZoom, maxZoom }: TileCover): Generator<TileAddress> {
  for (let z = minZoom; z <= maxZoom; z++) {
    const { minX, maxX, minY, maxY } = rangeOf(bounds, z);
    for (let y = minY; y <= maxY; y++) for (let x = minX; x <= maxX; x++) yield { z, x, y };
  }
}

/**
 * The address of a tile at a server.
 * @param template with {z}, {x} and {y}, or {-y} for rows that count from the south (TMS); {key} stands for a secret
 */
export function tileUrl(template: string, { z, x, y }: TileAddress, key = ''): string {
  const values: Readonly<Record<string, string | number>> = {
    z,
    x,
    y,
    '-y': 2 ** z - 1 - y,
    key: encodeURIComponent(key),
  };
  return template.replace(/\{(z|x|y|-y|key)\}/g, (_, name: string) => String(values[name]));
}
