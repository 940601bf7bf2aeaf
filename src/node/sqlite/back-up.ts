import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { asStorageError, StorageError } from './errors.ts';
import type { Database } from './open.ts';

/**
 * Copies a database that others may be writing to into one file, as of the moment it began: SQLite reads it as one
 * transaction, which holds up no writer. An older file of that name stays until the new one is whole, checked and on
 * disk.
 * @param finish what the copy says beyond its original
 * @returns bytes of the copy
 * @throws StorageError naming the file at fault
 */
export function backUp(path: string, to: string, finish: (copy: Database) => void = () => {}): number {
  const made = `${to}.new`;
  if (!existsSync(path)) throw new StorageError('read-only', path, 'there is no such file');
  try {
    rmSync(made, { force: true });
    const db = new Sqlite(path, { readonly: true, fileMustExist: true });
    try {
      db.prepare('VACUUM INTO ?').run(made);
    } finally {
      db.close();
    }
    complete(made, finish);
    const file = openSync(made, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(made, to);
    return statSync(to).size;
  } catch (thrown) {
    rmSync(made, { force: true });
    throw asStorageError(thrown, to) ?? thrown;
  }
}

function complete(path: string, finish: (copy: Database) => void): void {
  const db = new Sqlite(path);
  try {
    finish(db);
    const found = String(db.pragma('integrity_check(1)', { simple: true }));
    if (found !== 'ok') throw new StorageError('damaged', path, found);
  } finally {
    db.close();
  }
}
