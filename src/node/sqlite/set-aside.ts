import { existsSync, renameSync } from 'node:fs';
import { asStorageError } from './errors.ts';

/**
 * Renames a database with its -wal and -shm to `<name>.damaged-<UTC time>`, so that a new one can take its
 * place and the old one can still be opened, journal included. Nothing is ever deleted.
 * @returns the new path
 * @throws StorageError when the folder refuses the renaming
 */
export function setAside(path: string, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]/g, '');
  const movedTo = `${path}.damaged-${stamp}`;
  try {
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(path + suffix)) renameSync(path + suffix, movedTo + suffix);
    }
  } catch (error) {
    throw asStorageError(error, path) ?? error;
  }
  return movedTo;
}
