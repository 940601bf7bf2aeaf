import { Kysely, SqliteDialect } from 'kysely';
import { openPostgresBeside } from '../../node/postgres/read.ts';
import type { Database } from '../../node/sqlite/open.ts';
import { openBeside, openToRead } from '../../node/sqlite/read.ts';
import { migrations } from './migrations/index.ts';
import type { StorePlace } from './store.ts';
import type { Db, Tables } from './tables.ts';

/** A store that a hub may be running on. */
export interface StoreBeside {
  readonly db: Db;
  readonly close: () => Promise<void>;
}

/**
 * Reads of a store that a hub may be running on, in one transaction that can write nothing.
 * @returns undefined where there is no store yet
 * @throws StorageError, also where the store is of another version of the software
 */
export async function readStore<T>(place: StorePlace, read: (db: Db) => Promise<T>): Promise<T | undefined> {
  const opened = await openStoreBeside(place, 'read');
  if (opened === undefined) return undefined;
  try {
    return await opened.db.transaction().execute(read);
  } finally {
    await opened.close();
  }
}

/**
 * Opens a store beside the hub that runs on it. What is written there by another than the hub may be nothing but what
 * the hub takes from it in a transaction of its own: sequence and journal are the hub's.
 * @returns undefined where there is no store yet
 * @throws StorageError, also where the store is of another version of the software
 */
export async function openStoreBeside(
  place: StorePlace,
  access: 'read' | 'write',
): Promise<StoreBeside | undefined> {
  if (typeof place !== 'string') {
    const there = await openPostgresBeside(place, migrations.length, access);
    return there && { db: new Kysely<Tables>({ dialect: there.dialect }), close: there.close };
  }
  if (access === 'write') {
    const there = openBeside(place, migrations.length);
    return there && onSqlite(there.database, there.close);
  }
  const database = openToRead(place, migrations.length);
  return database && onSqlite(database, () => database.close());
}

function onSqlite(database: Database, close: () => unknown): StoreBeside {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  return { db, close: async () => void close() };
}
