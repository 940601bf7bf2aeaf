import type { Migration } from '../../../node/sqlite/migrate.ts';

/** The last known city: all of it can be rebuilt from the hub's retained messages. */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  up: (db) =>
    db.exec(`
      CREATE TABLE district (
        id TEXT PRIMARY KEY, slot INTEGER NOT NULL UNIQUE, dictionary TEXT NOT NULL, lamps BLOB
      ) STRICT;
      CREATE TABLE camera (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
      CREATE TABLE streets (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
    `),
};
