import { readFileSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { type Migration, migrate } from './migrate.ts';
import type { Database } from './open.ts';

export interface Copied {
  /** reads as usual; whatever would be written is answered as by a file that is read-only */
  readonly db: Database;
  /** how much of the file is in it: `older` is without what stands in its WAL, the last that was written */
  readonly content: 'whole' | 'older' | 'nothing';
}

/** Bytes of the header that say how the file is written and read: 2 is with a WAL, 1 is without, as in memory. */
const VERSION_BYTES = [18, 19];

/**
 * The content of a database whose file can't be opened for writing, in memory and at the newest schema version: a
 * full disk has no room even for the small file that WAL mode wants beside it. Nothing on disk is touched.
 */
export function openCopy(path: string, migrations: readonly Migration[]): Copied {
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const file = wal > 0 ? 'older' : 'whole';
  const ways = [
    { content: 'whole', read: () => throughSqlite(path) },
    { content: file, read: () => readFileSync(path) },
  ] as const;
  for (const { content, read } of ways) {
    try {
      return { db: inMemory(read(), migrations), content };
    } catch {
      // The next way tells less, and the last tells nothing.
    }
  }
  return { db: inMemory(undefined, migrations), content: 'nothing' };
}

/** With what stands in the WAL: possible where the small files are there from before. */
function throughSqlite(path: string): Buffer {
  const db = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    return db.serialize();
  } finally {
    db.close();
  }
}

function inMemory(bytes: Buffer | undefined, migrations: readonly Migration[]): Database {
  if (bytes !== undefined) for (const at of VERSION_BYTES) bytes[at] = 1;
  const db = new Sqlite(bytes ?? ':memory:');
  try {
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('damaged');
    migrate(db, migrations);
    db.pragma('query_only = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
