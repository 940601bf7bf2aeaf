import type { Migration } from '../../../node/sqlite/migrate.ts';

/** Tickets and their events as the hub told them, and what this seat has still to say. */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  up: (db) =>
    db.exec(`
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
      CREATE TABLE ticket (id TEXT PRIMARY KEY, version INTEGER NOT NULL, closed_at TEXT, body TEXT NOT NULL) STRICT;
      CREATE TABLE event (seq INTEGER PRIMARY KEY, ticket TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
      CREATE INDEX event_ticket ON event (ticket, seq);
      CREATE TABLE outbox (
        n INTEGER PRIMARY KEY AUTOINCREMENT,
        cmd TEXT NOT NULL UNIQUE,
        target TEXT NOT NULL,
        op TEXT NOT NULL,
        body TEXT NOT NULL,
        person TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'refused', 'held')),
        tries INTEGER NOT NULL DEFAULT 0,
        not_before INTEGER NOT NULL DEFAULT 0,
        reply TEXT
      ) STRICT;
      CREATE TABLE journal (n INTEGER PRIMARY KEY, body TEXT NOT NULL, kept INTEGER NOT NULL DEFAULT 0) STRICT;
      CREATE TABLE person (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
      CREATE TABLE pref (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    `),
};
