import type { Migration } from '../../../node/sqlite/migrate.ts';

/** What the ticket of a kept command was called: a restored hub may not have it any more. */
export const about: Migration = {
  version: 2,
  name: 'about',
  up: (db) => db.exec('ALTER TABLE outbox ADD COLUMN about TEXT'),
};
