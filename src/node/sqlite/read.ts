import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { asStorageError, StorageError } from './errors.ts';
import type { Database } from './open.ts';

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
