import { asStorageError, type StorageError } from '../../node/sqlite/errors.ts';

/**
 * What an error tells of a file that was found damaged while it was used. Nothing can be kept in it from then on: the
 * engine is to end, and the next one sets the file aside.
 */
export function damageOf(error: unknown): StorageError | undefined {
  const trouble = asStorageError(error, 'of this seat');
  return trouble?.kind === 'damaged' ? trouble : undefined;
}
