import type { Migration } from '../../../node/sqlite/migrate.ts';

/** In which direction streets may be driven. Without digests the streets are read again when they come. */
export const oneWay: Migration = {
  version: 7,
  name: 'one-way',
  up: (db) => db.exec(`UPDATE layer SET digest = '' WHERE kind = 'streets'`),
};
