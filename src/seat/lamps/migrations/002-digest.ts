import type { Migration } from '../../../node/sqlite/migrate.ts';

/**
 * The digest of the message that a row was made of, so that the same retained message is not read again at each start;
 * and one table for all that the base map is drawn of. What the old one held comes again from the hub.
 */
export const digest: Migration = {
  version: 2,
  name: 'digest',
  up: (db) =>
    db.exec(`
      ALTER TABLE district ADD COLUMN digest TEXT;
      DROP TABLE streets;
      CREATE TABLE layer (
        kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (kind, id)
      ) STRICT;
    `),
};
