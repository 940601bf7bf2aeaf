import { gzipSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import { zxyToTileId } from 'pmtiles';
import type { Box } from '../../src/shared/geo/box.ts';
import type { TileAddress } from '../../src/shared/geo/tile.ts';

const GZIP = 2;
const HEADER_BYTES = 127;
const TYPES = { vector: 1, png: 2 } as const;

export interface TestArchive {
  readonly type: keyof typeof TYPES;
  readonly tiles: readonly { readonly address: TileAddress; readonly bytes: Uint8Array }[];
  readonly bounds: Box;
  /** what it says of itself */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A PMTiles archive (version 3) with one directory: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md */
export function pmtiles({ type, tiles, bounds, metadata: said = {} }: TestArchive): Buffer {
  const isVector = type === 'vector';
  const entries = tiles
    .map(({ address: { z, x, y }, bytes }) => ({
      z,
      id: zxyToTileId(z, x, y),
      bytes: isVector ? gzipSync(bytes) : Buffer.from(bytes),
    }))
    .toSorted((a, b) => a.id - b.id);
  const directory = directoryOf(entries);
  const metadata = gzipSync(JSON.stringify(said));
  const data = Buffer.concat(entries.map(({ bytes }) => bytes));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  const metadataAt = HEADER_BYTES + directory.length;
  const dataAt = metadataAt + metadata.length;
  const places = [
    HEADER_BYTES,
    directory.length,
    metadataAt,
    metadata.length,
    dataAt,
    0,
    dataAt,
    data.length,
  ];
  const counts = [entries.length, entries.length, entries.length];
  for (const [i, n] of [...places, ...counts].entries()) header.writeBigUInt64LE(BigInt(n), 8 + 8 * i);
  const zooms = entries.map(({ z }) => z);
  const marks = [1, GZIP, isVector ? GZIP : 1, TYPES[type], Math.min(...zooms), Math.max(...zooms)];
  for (const [i, mark] of marks.entries()) header.writeUInt8(mark, 96 + i);
  for (const [i, degrees] of bounds.entries()) header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i);
  return Buffer.concat([header, directory, metadata, data]);
}

function directoryOf(entries: readonly { readonly id: number; readonly bytes: Buffer }[]): Buffer {
  const pbf = new PbfWriter();
  pbf.writeVarint(entries.length);
  for (const [i, { id }] of entries.entries()) pbf.writeVarint(id - (entries[i - 1]?.id ?? 0));
  for (const _ of entries) pbf.writeVarint(1);
  for (const { bytes } of entries) pbf.writeVarint(bytes.length);
  // Each begins where the one before it ends.
  for (const i of entries.keys()) pbf.writeVarint(i === 0 ? 1 : 0);
  return gzipSync(pbf.finish());
}
