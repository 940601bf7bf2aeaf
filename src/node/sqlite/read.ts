import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { asStorageError, StorageError } from './errors.ts';
import type { Database } from './open.ts';

/** How long it waits for the program whose database this is, ms: its transactions are short. */
const WAIT_MS = 5_000;

/**
 * Opens a database to write to it beside the program whose it is: a row that this one is to find. The schema is that
 * program's to change.
 * @param version of the schema that the writer knows
 * @returns undefined where there is no such file
 * @throws StorageError
 */
export function openBeside(
  path: string,
  version: number,
): { readonly database: Database; readonly close: () => void } | undefined {
  // The last one to close a file puts its log into it and removes that. Where the program itself was killed meanwhile
  // it would miss its log; who only reads can't remove it, and is closed last.
  const reader = openToRead(path, version);
  if (reader === undefined) return undefined;
  try {
    const database = new Sqlite(path, { timeout: WAIT_MS, fileMustExist: true });
    database.pragma('synchronous = FULL');
    const close = () => {
      database.close();
      reader.close();
    };
    return { database, close };
  } catch (error) {
    reader.close();
    throw asStorageError(error, path) ?? error;
  }
}

/**
 * Opens a database that others may be writing to, to read it and nothing else.
 * @param version of the schema that the reader knows
 * @returns undefined where there is no such file
 * @throws StorageError
 */
export function openToRead(path: string, version: number): Database | undefined {
  if (!existsSync(path)) return undefined;
  let db: Database | undefined;
  try {
    db = new Sqlite(path, { readonly: true, fileMustExist: true });
    const have = db.pragma('user_version', { simple: true }) as number;
    if (have !== version)
      throw new StorageError(
        have < version ? 'past-version' : 'future-version',
        path,
        `it has version ${have}, known is ${version}`,
      );
    return db;
  } catch (error) {
    db?.close();
    throw asStorageError(error, path) ?? error;
  }
}
