import { closeSync, openSync, read, statSync } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { type Header, PMTiles, type Source, TileType } from 'pmtiles';
import { z } from 'zod';
import type { BaseMapConfig } from '../../node/config/base-map.ts';
import { ConfigError } from '../../node/config/error.ts';
import type { Box } from '../../shared/geo/box.ts';
import { type TileAddress, touches } from '../../shared/geo/tile.ts';
import type { BaseMapState, PrefetchAnswer, TileAnswer } from '../../shared/ipc/base-map.ts';
import { instant } from '../../shared/wire/time.ts';
import type { BaseMap } from './model.ts';

const readAt = promisify(read);

const TYPES: Readonly<Partial<Record<TileType, Extract<TileAnswer, { kind: 'tile' }>['type']>>> = {
  [TileType.Mvt]: 'application/vnd.mapbox-vector-tile',
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
};

/** The library reads bytes of a file by this. */
class FileBytes implements Source {
  readonly #fd: number;
  readonly #name: string;

  constructor(fd: number, name: string) {
    this.#fd = fd;
    this.#name = name;
  }

  getKey(): string {
    return this.#name;
  }

  async getBytes(offset: number, length: number): Promise<{ data: ArrayBuffer }> {
    const data = new ArrayBuffer(length);
    const { bytesRead } = await readAt(this.#fd, new Uint8Array(data), 0, length, offset);
    return { data: bytesRead === length ? data : data.slice(0, bytesRead) };
  }
}

/** When the data of OpenStreetMap were taken of which planetiler makes files, those of Protomaps too. */
const OSM_TIME = 'planetiler:osm:osmosisreplicationtime';

/** What a file says of itself beside its header (PMTiles 3, 5: JSON metadata). */
const Metadata = z.object({
  attribution: z.string().max(500).optional(),
  [OSM_TIME]: z.iso.datetime({ offset: true }).optional().catch(undefined),
});

/** A base map in one file that IT has put on the seat: nothing is fetched, and it is whole or absent. */
export class FileMap implements BaseMap {
  readonly #fd: number;
  readonly #archive: PMTiles;
  readonly #path: string;
  readonly #config: BaseMapConfig;
  readonly #size: number;
  #madeAt: number;
  readonly #onChange: (state: BaseMapState) => void;
  #state: BaseMapState = { kind: 'none' };
  #isClosed = false;
  readonly #ready: Promise<void>;

  /** @throws ConfigError where there is no such file */
  constructor(path: string, config: BaseMapConfig, onChange: (state: BaseMapState) => void) {
    this.#path = path;
    this.#config = config;
    try {
      this.#fd = openSync(path, 'r');
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      throw new ConfigError([`${path}: it cannot be read: ${code} (named by baseMap.file)`], { cause });
    }
    const { size, mtimeMs } = statSync(path);
    this.#size = size;
    this.#madeAt = mtimeMs;
    this.#archive = new PMTiles(new FileBytes(this.#fd, path));
    this.#onChange = onChange;
    this.#ready = this.#read().then((state) => this.#set(state));
  }

  state(): BaseMapState {
    return this.#state;
  }

  async tile(address: TileAddress): Promise<TileAnswer> {
    await this.#ready;
    const state = this.#state;
    if (state.kind !== 'file' || !touches(state.bounds, address)) return { kind: 'none', later: false };
    try {
      const { tileType } = await this.#archive.getHeader();
      const type = TYPES[tileType];
      const found = await this.#archive.getZxy(address.z, address.x, address.y);
      if (found === undefined || type === undefined) return { kind: 'none', later: false };
      return { kind: 'tile', type, bytes: new Uint8Array(found.data), at: state.madeAt, stale: false };
    } catch (error) {
      this.#set(this.#unusable(error));
      return { kind: 'none', later: false };
    }
  }

  plan(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  prefetch(): Promise<PrefetchAnswer> {
    return Promise.resolve({ ok: false, why: 'no-server' });
  }

  cancel(): void {}

  close(): void {
    this.#isClosed = true;
    closeSync(this.#fd);
  }

  #set(state: BaseMapState): void {
    if (this.#isClosed) return;
    this.#state = state;
    this.#onChange(state);
  }

  #unusable(error: unknown): BaseMapState {
    const said = error instanceof Error ? error.message : String(error);
    return { kind: 'unusable', detail: `${this.#path}: ${said}` };
  }

  async #read(): Promise<BaseMapState> {
    const { attribution, minZoom, maxZoom, bounds, shade, named } = this.#config;
    try {
      const header = await this.#archive.getHeader();
      const { data: said } = Metadata.safeParse(await this.#archive.getMetadata());
      const dataOf = said?.[OSM_TIME];
      // The file's own time is that of a copy, but better than none.
      if (dataOf !== undefined) this.#madeAt = Date.parse(dataOf);
      if (TYPES[header.tileType] === undefined)
        throw new TypeError('its tiles are of a kind that is not drawn');
      const isVector = header.tileType === TileType.Mvt;
      return {
        kind: 'file',
        content: isVector ? 'vector' : 'picture',
        attribution: attribution ?? plain(said?.attribution ?? ''),
        bounds: [...(bounds ?? boundsOf(header))],
        minZoom: Math.max(minZoom, header.minZoom),
        maxZoom: Math.min(maxZoom, header.maxZoom),
        shade,
        named: !isVector && named,
        file: basename(this.#path),
        bytes: this.#size,
        madeAt: instant(this.#madeAt),
      };
    } catch (error) {
      return this.#unusable(error);
    }
  }
}

const boundsOf = ({ minLon, minLat, maxLon, maxLat }: Header): Box => [minLon, minLat, maxLon, maxLat];

/** Files carry their attribution as HTML with links: its words are what is shown. */
const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .trim();
