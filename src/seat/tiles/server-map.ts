import { join } from 'node:path';
import type { BaseMapConfig } from '../../node/config/base-map.ts';
import { readNamedFile } from '../../node/config/named-file.ts';
import { Soon } from '../../node/soon.ts';
import { asStorageError } from '../../node/sqlite/errors.ts';
import { type Database, openDatabase } from '../../node/sqlite/open.ts';
import { mediaTypeOf } from '../../shared/attachment/content.ts';
import type { Box } from '../../shared/geo/box.ts';
import { type TileAddress, touches } from '../../shared/geo/tile.ts';
import type { BaseMapState, PrefetchAnswer, PrefetchPlan, TileAnswer } from '../../shared/ipc/base-map.ts';
import { instant } from '../../shared/wire/time.ts';
import { initial } from './migrations/001-initial.ts';
import type { BaseMap, BaseMapOptions } from './model.ts';
import { fetchBy } from './own-fetch.ts';
import { Prefetch } from './prefetch.ts';
import { Refresh } from './refresh.ts';
import { TileServer } from './tile-server.ts';
import { type KeptTile, TileStore } from './tile-store.ts';

const FILE = 'tiles.mbtiles';
const TELL_MS = 500;
const NONE: TileAnswer = { kind: 'none', later: false };

/** A base map of pictures from a server: shown from the disk, fetched where that has none, looked at again in time. */
export class ServerMap implements BaseMap {
  readonly #options: BaseMapOptions;
  readonly #config: BaseMapConfig;
  readonly #bounds: Box;
  readonly #host: string;
  readonly #db: Database;
  readonly #store: TileStore;
  readonly #server: TileServer;
  readonly #prefetch: Prefetch;
  readonly #refresh: Refresh;
  readonly #tell: Soon;

  /** @throws StorageError, ConfigError */
  constructor(options: BaseMapOptions, config: BaseMapConfig) {
    const { folder, version, log, fetch, now } = options;
    const { url = '', bounds = [0, 0, 0, 0], keyFile, contact, megabytes, perSecond, freshDays } = config;
    this.#options = options;
    this.#config = config;
    this.#bounds = bounds;
    this.#host = new URL(url.replaceAll(/\{[^{}]*\}/g, '0')).hostname;
    const key = keyFile === undefined ? undefined : readNamedFile(keyFile, 'baseMap.keyFile').trim();
    const opened = openDatabase({
      path: join(folder, FILE),
      synchronous: 'NORMAL',
      migrations: [initial],
      onDamaged: 'set-aside',
    });
    if (opened.damaged !== undefined) log.warn(opened.damaged, 'the tiles of the base map were damaged');
    this.#db = opened.db;
    this.#tell = new Soon(() => options.onChange(this.state()), { gapMs: TELL_MS });
    const onChange = () => {
      if (this.#db.open) this.#tell.ask();
    };
    const limit = megabytes * 1_000_000;
    this.#store = new TileStore(this.#db, { limit, source: url, now });
    this.#server = new TileServer({
      template: url,
      key,
      store: this.#store,
      keep: (write) => this.#attempt(write),
      userAgent: `Vigie/${version}${contact === undefined ? '' : ` (${contact})`}`,
      freshDays,
      fetch: fetchBy(config, fetch),
      onChange,
      now,
    });
    this.#prefetch = new Prefetch({
      cover: { bounds, minZoom: config.minZoom, maxZoom: config.maxZoom },
      host: this.#host,
      perSecond,
      limit,
      store: this.#store,
      server: this.#server,
      onChange,
      now,
    });
    this.#refresh = new Refresh((address) => this.#server.fetch(address), perSecond);
  }

  state(): BaseMapState {
    const { attribution = '', minZoom, maxZoom, shade, named, megabytes } = this.#config;
    const oldest = this.#store.oldest();
    const { reach } = this.#server;
    return {
      kind: 'server',
      content: 'picture',
      attribution,
      bounds: [...this.#bounds],
      minZoom,
      maxZoom,
      shade,
      named,
      host: this.#host,
      kept: {
        tiles: this.#store.tiles,
        bytes: this.#store.bytes,
        limit: megabytes * 1_000_000,
        ...(oldest === undefined ? {} : { oldest: instant(oldest) }),
      },
      reach:
        reach.kind === 'up'
          ? { kind: 'up', at: instant(reach.at) }
          : reach.kind === 'down'
            ? { ...reach, since: instant(reach.since) }
            : reach,
      ...this.#server.counts,
      prefetch: this.#prefetch.state,
    };
  }

  async tile(address: TileAddress): Promise<TileAnswer> {
    const { minZoom, maxZoom } = this.#config;
    if (address.z < minZoom || address.z > maxZoom || !touches(this.#bounds, address)) return NONE;
    const kept = this.#store.get(address, true);
    if (kept !== undefined) {
      if (kept.freshUntil <= this.#options.now()) this.#refresh.ask(address);
      return this.#answer(kept);
    }
    const fetched = await this.#server.fetch(address);
    return fetched.kind === 'tile' ? this.#answer(fetched.tile) : { kind: 'none', later: true };
  }

  plan(): Promise<PrefetchPlan> {
    return this.#prefetch.plan();
  }

  async prefetch(): Promise<PrefetchAnswer> {
    const { log } = this.#options;
    const { forbidden, ...plan } = await this.#prefetch.plan();
    if (forbidden !== undefined) return { ok: false, why: forbidden };
    log.info({ ...plan, host: this.#host }, 'the base map is fetched beforehand');
    void this.#prefetch
      .run()
      .then(() => log.info(this.#prefetch.state, 'fetching the base map beforehand is over'));
    return { ok: true };
  }

  cancel(): void {
    this.#prefetch.cancel();
  }

  close(): void {
    this.#prefetch.cancel();
    this.#refresh.close();
    this.#server.close();
    this.#tell.close();
    this.#db.close();
  }

  #answer({ data, checkedAt, freshUntil }: KeptTile): TileAnswer {
    const type = data && mediaTypeOf(data);
    if (data === undefined || (type !== 'image/png' && type !== 'image/jpeg' && type !== 'image/webp'))
      return NONE;
    return {
      kind: 'tile',
      type,
      bytes: data,
      at: instant(checkedAt),
      stale: freshUntil <= this.#options.now(),
    };
  }

  /** A background is no reason to trouble anybody: what the disk does not take is counted. */
  #attempt(write: () => void): boolean {
    try {
      write();
      return true;
    } catch (error) {
      if (asStorageError(error, FILE) === undefined) throw error;
      return false;
    }
  }
}
