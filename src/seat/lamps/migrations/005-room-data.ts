import type { Migration } from '../../../node/sqlite/migrate.ts';

/** What the hub retains for seats, by kind, for when it is away. */
export const roomData: Migration = {
  version: 5,
  name: 'room-data',
  up: (db) =>
    db.exec(`
      CREATE TABLE room_data (kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT;
    `),
};
