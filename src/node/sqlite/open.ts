import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { asStorageError, StorageError } from './errors.ts';
import { type Migration, migrate } from './migrate.ts';
import { setAside } from './set-aside.ts';

/** An open better-sqlite3 connection: synchronous, one writer. */
export type Database = Sqlite.Database;

export interface OpenOptions {
  readonly path: string;
  /** FULL: a committed row survives a power cut. NORMAL: the last commits may be lost, the file stays sound. */
  readonly synchronous: 'FULL' | 'NORMAL';
  readonly migrations: readonly Migration[];
  /** What to do with a damaged file: rename it and begin a new one, or throw and leave all as it is. */
  readonly onDamaged: 'set-aside' | 'refuse';
  /** Copies into the new database what can still be read of the one set aside (see `salvageTables`). */
  readonly salvage?: (oldPath: string, newDb: Database) => void;
  /** How long a statement waits for another process's lock, ms. */
  readonly busyTimeoutMs?: number;
  /** Files up to this size, in bytes, are read whole (`quick_check`) before use. */
  readonly checkUpTo?: number;
  readonly now?: () => Date;
}

export interface Opened {
  readonly db: Database;
  /** Present when a damaged file was set aside: tell the operator and IT. */
  readonly damaged?: { readonly movedTo: string; readonly reason: string };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function check(db: Database): void {
  const found = db.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new StorageError('damaged', db.name, String(found).replaceAll('\n', ' '));
}

/** Makes a new file under another name first: one that is empty under its own has then lost what it held. */
function create({ path, migrations }: OpenOptions): void {
  mkdirSync(dirname(path), { recursive: true });
  const made = `${path}.new`;
  for (const left of [made, `${made}-wal`, `${made}-shm`, `${path}-wal`, `${path}-shm`])
    rmSync(left, { force: true });
  const db = new Sqlite(made);
  try {
    db.pragma('journal_mode = WAL');
    migrate(db, migrations);
  } finally {
    db.close();
  }
  renameSync(made, path);
}

function openOnce(options: OpenOptions): Database {
  const { path, synchronous, migrations, busyTimeoutMs = 2_000, checkUpTo = 64 << 20 } = options;
  let db: Database | undefined;
  try {
    if (!existsSync(path)) create(options);
    const size = sizeOf(path) + sizeOf(`${path}-wal`);
    if (size === 0) throw new StorageError('damaged', path, 'the file is empty');
    db = new Sqlite(path, { timeout: busyTimeoutMs });
    db.pragma('journal_mode = WAL');
    db.pragma(`synchronous = ${synchronous}`);
    if (size <= checkUpTo) check(db);
    migrate(db, migrations);
    return db;
  } catch (error) {
    db?.close();
    throw asStorageError(error, path) ?? error;
  }
}

/**
 * Opens a database file for one writer, in WAL mode with foreign keys on, at the newest schema version.
 * @throws StorageError; `damaged` only with `onDamaged: 'refuse'`
 */
export function openDatabase(options: OpenOptions): Opened {
  try {
    return { db: openOnce(options) };
  } catch (error) {
    const damage = asStorageError(error, options.path);
    if (damage?.kind !== 'damaged' || options.onDamaged === 'refuse') throw error;
    const movedTo = setAside(options.path, options.now?.() ?? new Date());
    const db = openOnce(options);
    try {
      options.salvage?.(movedTo, db);
    } catch (failed) {
      db.close();
      throw asStorageError(failed, options.path) ?? failed;
    }
    return { db, damaged: { movedTo, reason: damage.message } };
  }
}
