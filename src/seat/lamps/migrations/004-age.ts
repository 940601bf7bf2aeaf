import type { Migration } from '../../../node/sqlite/migrate.ts';

/** How old a district's lamps are: after a start without a network too the map must not look younger than it is. */
export const age: Migration = {
  version: 4,
  name: 'age',
  up: (db) => db.exec('ALTER TABLE district ADD COLUMN as_of REAL;'),
};
