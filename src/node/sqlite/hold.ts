import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { asStorageError } from './errors.ts';

/** As long as a predecessor that is being ended may take. */
const WAIT_MS = 2_000;

/**
 * Holds a place on disk for one program, for as long as its process lives: SQLite's lock goes with a process that is
 * killed, which a file with a number in it would not.
 * @param path of a file that is for nothing else
 * @param waitMs for whoever holds it to let go
 * @returns lets go of it; nothing is held where the disk takes no file, for there is nothing to fight over
 * @throws StorageError `locked` where another process holds it
 */
export function holdPlace(path: string, waitMs = WAIT_MS): () => void {
  let db: Sqlite.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    db = new Sqlite(path, { timeout: waitMs });
    db.pragma('journal_mode = MEMORY'); // nothing is ever written: no second file beside it
    db.exec('BEGIN EXCLUSIVE');
  } catch (thrown) {
    db?.close();
    const error = asStorageError(thrown, path);
    if (error === undefined || error.kind === 'locked') throw error ?? thrown;
    return () => {};
  }
  const held = db;
  return () => void held.close();
}
