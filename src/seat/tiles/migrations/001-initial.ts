import type { Migration } from '../../../node/sqlite/migrate.ts';

/**
 * Tiles as a server gave them, and when. `tiles` is the table of MBTiles 1.3, whose rows count from the south: other
 * programs of cartographers read the file as it is. Without `data` the server has none there; it comes last, so that
 * what is asked of the other columns need not be read through pictures.
 */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  up: (db) =>
    db.exec(`
      CREATE TABLE tile (
        z INTEGER NOT NULL,
        x INTEGER NOT NULL,
        y INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        etag TEXT,
        modified TEXT,
        checked_at INTEGER NOT NULL,
        fresh_until INTEGER NOT NULL,
        used_on INTEGER NOT NULL,
        data BLOB,
        PRIMARY KEY (z, x, y)
      ) STRICT;
      CREATE INDEX tile_used ON tile (used_on, checked_at, bytes);
      CREATE INDEX tile_checked ON tile (checked_at) WHERE data IS NOT NULL;
      CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
      CREATE VIEW tiles AS
        SELECT z AS zoom_level, x AS tile_column, (1 << z) - 1 - y AS tile_row, data AS tile_data
        FROM tile WHERE data IS NOT NULL;
    `),
};
