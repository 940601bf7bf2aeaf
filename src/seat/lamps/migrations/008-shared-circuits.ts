import type { Migration } from '../../../node/sqlite/migrate.ts';

/** Which circuits are one for all cabinets. Dictionaries that say so are of another version, and come anew. */
export const sharedCircuits: Migration = {
  version: 8,
  name: 'shared-circuits',
  up: (db) => db.exec('ALTER TABLE district ADD COLUMN shared_circuits TEXT'),
};
