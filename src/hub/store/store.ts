import { existsSync } from 'node:fs';
import { Kysely, SqliteDialect } from 'kysely';
import { asStorageError } from '../../node/sqlite/errors.ts';
import { type Database, openDatabase } from '../../node/sqlite/open.ts';
import { migrations } from './migrations/index.ts';
import type { Db, Tables } from './tables.ts';
import { EVENT_COUNTER, Unit } from './unit.ts';

export interface Store {
  readonly db: Db;
  /** new whenever a store is made: a seat that knows another one takes a snapshot */
  readonly epoch: string;
  /** the file did not exist before */
  readonly created: boolean;
  /**
   * It was not closed in order, and the write-ahead log that its end left is gone: a copy of the file alone, or a log
   * somebody removed. What was committed last may be missing, so it has a new epoch.
   */
  readonly shortened: boolean;
  /**
   * Runs a unit of work in one transaction that begins by locking the sequence.
   * @throws StorageError where the disk or the file is at fault; nothing of the unit is kept then
   */
  write<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Last sequence that this hub has committed. */
  readonly seq: number;
  close(): void;
}

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
 * Opens the hub's store on SQLite, durable at every commit (`synchronous=FULL`). A damaged file is never set
 * aside in silence: the room's authority must not start empty, so this throws and IT restores.
 * @param makeEpoch an id for the epoch, used when the store is made
 * @param restored gives a store that exists a new epoch too: what seats know of the old one may be ahead of it
 * @throws StorageError
 */
export async function openStore(path: string, makeEpoch: () => string, restored = false): Promise<Store> {
  const created = !existsSync(path);
  const hasLog = existsSync(`${path}-wal`);
  const opened = openDatabase({ path, synchronous: 'FULL', migrations, onDamaged: 'refuse' });
  // What is removed because it tells of people is overwritten in the file too.
  opened.db.pragma('secure_delete = ON');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparing(opened.db) }) });
  try {
    const shortened = !markOpen(opened.db) && !hasLog;
    const { epoch, seq } = await begin(db, makeEpoch, restored || shortened);
    let committed = seq;
    return {
      db,
      epoch,
      created,
      shortened,
      get seq() {
        return committed;
      },
      write: async (work) => {
        try {
          const done = await db.transaction().execute(async (tx) => {
            const unit = await Unit.begin(tx, epoch);
            const result = await work(unit);
            return { unit, result, last: await unit.finish() };
          });
          committed = done.last;
          done.unit.committed();
          return done.result;
        } catch (error) {
          throw asStorageError(error, path) ?? error;
        }
      },
      close: () => close(opened.db),
    };
  } catch (error) {
    opened.db.close();
    throw asStorageError(error, path) ?? error;
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

async function begin(
  db: Db,
  makeEpoch: () => string,
  anew: boolean,
): Promise<{ epoch: string; seq: number }> {
  return db.transaction().execute(async (tx) => {
    const known = await tx.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirst();
    const epoch = known === undefined || anew ? makeEpoch() : known.value;
    if (known === undefined) {
      await tx.insertInto('meta').values({ key: 'epoch', value: epoch }).execute();
      await tx.insertInto('counter').values({ name: EVENT_COUNTER, value: 0 }).execute();
      return { epoch, seq: 0 };
    }
    if (anew) await tx.updateTable('meta').set({ value: epoch }).where('key', '=', 'epoch').execute();
    const counter = tx.selectFrom('counter').select('value').where('name', '=', EVENT_COUNTER);
    return { epoch, seq: (await counter.executeTakeFirstOrThrow()).value };
  });
}
