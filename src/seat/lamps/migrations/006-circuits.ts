import type { Migration } from '../../../node/sqlite/migrate.ts';

/** Which circuit feeds each lamp, and what kind it is. Without digests the dictionaries are read again when they come. */
export const circuits: Migration = {
  version: 6,
  name: 'circuits',
  up: (db) =>
    db.exec(`
      ALTER TABLE district ADD COLUMN circuit BLOB;
      ALTER TABLE district ADD COLUMN kind BLOB;
      UPDATE district SET digest = NULL;
    `),
};
