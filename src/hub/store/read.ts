import { Kysely, SqliteDialect } from 'kysely';
import { openPostgresToRead } from '../../node/postgres/read.ts';
import { openToRead } from '../../node/sqlite/read.ts';
import { migrations } from './migrations/index.ts';
import type { StorePlace } from './store.ts';
import type { Db, Tables } from './tables.ts';

/**
 * Reads of a store that a hub may be running on, in one transaction that can write nothing.
 * @returns undefined where there is no store yet
 * @throws StorageError, also where the store is of another version of the software
 */
export async function readStore<T>(place: StorePlace, read: (db: Db) => Promise<T>): Promise<T | undefined> {
  const opened = await open(place);
  if (opened === undefined) return undefined;
  try {
    return await opened.db.transaction().execute(read);
  } finally {
    await opened.close();
  }
}

async function open(
  place: StorePlace,
): Promise<{ readonly db: Db; readonly close: () => Promise<void> } | undefined> {
  if (typeof place !== 'string') {
    const there = await openPostgresToRead(place, migrations.length);
    return there && { db: new Kysely<Tables>({ dialect: there.dialect }), close: there.close };
  }
  const database = openToRead(place, migrations.length);
  if (database === undefined) return undefined;
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  return { db, close: async () => void database.close() };
}
