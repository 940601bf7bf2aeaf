import { existsSync } from 'node:fs';
import { Kysely, SqliteDialect } from 'kysely';
import { asStorageError } from '../../node/sqlite/errors.ts';
import { type Database, openDatabase } from '../../node/sqlite/open.ts';
import { migrations } from './migrations/index.ts';
import type { Opened } from './opened.ts';
import type { Tables } from './tables.ts';

/** better-sqlite3 with its prepared statements kept: kysely asks for the same few hundred again and again. */
function preparing(db: Database) {
  const kept = new Map<string, ReturnType<Database['prepare']>>();
  return {
    close: () => void db.close(),
    prepare(sql: string) {
      // A full disk makes SQLite roll back by itself; a second rollback would hide why.
      if (sql === 'rollback' && !db.inTransaction) return db.prepare('select 1');
      const known = kept.get(sql);
      if (known !== undefined) return known;
      if (kept.size >= 500) kept.clear();
      const statement = db.prepare(sql);
      kept.set(sql, statement);
      return statement;
    },
  };
}

/**
 * Opens a store on a SQLite file, durable at every commit (`synchronous=FULL`). A damaged file is never set aside in
 * silence: the room's authority must not start empty, so this throws and IT restores.
 * @throws StorageError
 */
export function openOnSqlite(path: string): Opened {
  const created = !existsSync(path);
  const hasLog = existsSync(`${path}-wal`);
  const { db } = openDatabase({ path, synchronous: 'FULL', migrations, onDamaged: 'refuse' });
  const asError = (thrown: unknown) => asStorageError(thrown, path);
  try {
    // What is removed because it tells of people is overwritten in the file too.
    db.pragma('secure_delete = ON');
    return {
      db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparing(db) }) }),
      created,
      shortened: !markOpen(db) && !hasLog,
      marks: {},
      asError,
      close: async (inOrder) => (inOrder ? close(db) : void db.close()),
    };
  } catch (error) {
    db.close();
    throw asError(error) ?? error;
  }
}

/** Key in `meta` of a store that is open, or was not closed in order. */
const OPEN = 'open';

/** Marks it as open. @returns false where it stood there already: the store was not closed in order */
export function markOpen(db: Database): boolean {
  const { changes } = db.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES (?, '')").run(OPEN);
  // It must stand in the file itself: there it is found when the log is lost. What a killed hub left is there already,
  // and its log keeps the room it has: on a full disk there is no other.
  if (changes > 0) db.pragma('wal_checkpoint(PASSIVE)');
  return changes > 0;
}

function close(db: Database): void {
  try {
    db.prepare('DELETE FROM meta WHERE key = ?').run(OPEN);
  } catch {
    // A full disk: its next start gives it a new epoch at worst, and seats take a snapshot.
  } finally {
    db.close();
  }
}
