import type { Database } from '../../node/sqlite/open.ts';
import type { TileAddress } from '../../shared/geo/tile.ts';

/** A tile as it is kept. */
export interface KeptTile {
  /** undefined: the server has none there */
  readonly data: Uint8Array<ArrayBuffer> | undefined;
  /** what the server calls this state of it (RFC 9110, 8.8), to be asked about again */
  readonly etag: string | undefined;
  readonly modified: string | undefined;
  /** when it was fetched, or last found unchanged; ms since the epoch */
  readonly checkedAt: number;
  /** ms since the epoch */
  readonly freshUntil: number;
}

interface Row {
  readonly data: Uint8Array<ArrayBuffer> | null;
  readonly etag: string | null;
  readonly modified: string | null;
  readonly checked_at: number;
  readonly fresh_until: number;
  readonly used_on: number;
}

const DAY_MS = 86_400_000;
/** What a row costs beside its picture, about: a table of empty tiles must not grow without end either. */
const ROW_BYTES = 100;
/** Room is made for more than the one that had none, or each tile would cost a search. */
const LEFT_AFTER = 0.95;

export interface TileStoreOptions {
  /** bytes of tiles beyond which the least recently shown go */
  readonly limit: number;
  /** whose tiles these are: those of another address are forgotten */
  readonly source: string;
  readonly now: () => number;
}

/** The tiles of one server on disk (tiles.mbtiles): all of it can be fetched again. */
export class TileStore {
  readonly #db: Database;
  readonly #limit: number;
  readonly #now: () => number;
  /** prepared once: an area is looked through tile by tile */
  readonly #fresh: (...at: [z: number, x: number, y: number, now: number]) => unknown;
  #tiles = 0;
  #bytes = 0;

  constructor(db: Database, { limit, source, now }: TileStoreOptions) {
    this.#db = db;
    this.#limit = limit;
    this.#now = now;
    const fresh = db.prepare<[number, number, number, number], { one: 1 }>(
      'SELECT 1 AS one FROM tile WHERE z = ? AND x = ? AND y = ? AND fresh_until > ?',
    );
    this.#fresh = (...at) => fresh.get(...at);
    this.#belongTo(source);
    this.#count();
    this.#makeRoom();
  }

  get tiles(): number {
    return this.#tiles;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** When the oldest of the tiles was fetched or looked at again; undefined where there are none. */
  oldest(): number | undefined {
    const row = this.#db
      .prepare<[], { at: number | null }>('SELECT min(checked_at) AS at FROM tile WHERE data IS NOT NULL')
      .get();
    return row?.at ?? undefined;
  }

  /** @param shown it is for a map: it stays longer than those that nobody looks at */
  get({ z, x, y }: TileAddress, shown = false): KeptTile | undefined {
    const row = this.#db
      .prepare<[number, number, number], Row>('SELECT * FROM tile WHERE z = ? AND x = ? AND y = ?')
      .get(z, x, y);
    if (row === undefined) return undefined;
    const today = this.#today();
    // Once a day: a look at the map must not write to the disk.
    if (shown && row.used_on !== today)
      this.#db.prepare('UPDATE tile SET used_on = ? WHERE z = ? AND x = ? AND y = ?').run(today, z, x, y);
    return {
      data: row.data ?? undefined,
      etag: row.etag ?? undefined,
      modified: row.modified ?? undefined,
      checkedAt: row.checked_at,
      freshUntil: row.fresh_until,
    };
  }

  /** Whether a tile is there, or known to be none, and not due to be looked at again. */
  isFresh({ z, x, y }: TileAddress): boolean {
    return this.#fresh(z, x, y, this.#now()) !== undefined;
  }

  put({ z, x, y }: TileAddress, tile: KeptTile): void {
    const before = this.#db
      .prepare<[number, number, number], { bytes: number }>(
        'SELECT bytes FROM tile WHERE z = ? AND x = ? AND y = ?',
      )
      .get(z, x, y);
    const bytes = ROW_BYTES + (tile.data?.byteLength ?? 0);
    this.#db
      .prepare('INSERT OR REPLACE INTO tile VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        z,
        x,
        y,
        bytes,
        tile.etag ?? null,
        tile.modified ?? null,
        tile.checkedAt,
        tile.freshUntil,
        this.#today(),
        tile.data ?? null,
      );
    this.#tiles += before === undefined ? 1 : 0;
    this.#bytes += bytes - (before?.bytes ?? 0);
    this.#makeRoom();
  }

  /** What a tile takes on average; undefined where there are none. */
  meanBytes(): number | undefined {
    return this.#tiles === 0 ? undefined : this.#bytes / this.#tiles;
  }

  #today(): number {
    return Math.floor(this.#now() / DAY_MS);
  }

  #belongTo(source: string): void {
    const known = this.#db
      .prepare<[], { value: string }>("SELECT value FROM metadata WHERE name = 'source'")
      .get();
    if (known?.value === source) return;
    this.#db.transaction(() => {
      this.#db.exec('DELETE FROM tile; DELETE FROM metadata');
      const put = this.#db.prepare('INSERT INTO metadata VALUES (?, ?)');
      put.run('source', source);
      put.run('name', 'Vigie'); // MBTiles wants one
    })();
  }

  #count(): void {
    const sum = this.#db
      .prepare<[], { tiles: number; bytes: number }>(
        'SELECT count(*) AS tiles, coalesce(sum(bytes), 0) AS bytes FROM tile',
      )
      .get();
    this.#tiles = sum?.tiles ?? 0;
    this.#bytes = sum?.bytes ?? 0;
  }

  #makeRoom(): void {
    if (this.#bytes <= this.#limit) return;
    const oldestFirst = this.#db.prepare<[], { rowid: number; bytes: number }>(
      'SELECT rowid, bytes FROM tile ORDER BY used_on, checked_at',
    );
    const gone: number[] = [];
    let left = this.#bytes;
    for (const { rowid, bytes } of oldestFirst.iterate()) {
      if (left <= this.#limit * LEFT_AFTER) break;
      gone.push(rowid);
      left -= bytes;
    }
    const remove = this.#db.prepare('DELETE FROM tile WHERE rowid = ?');
    this.#db.transaction(() => {
      for (const rowid of gone) remove.run(rowid);
    })();
    this.#bytes = left;
    this.#tiles -= gone.length;
  }
}
