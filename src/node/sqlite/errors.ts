import Sqlite from 'better-sqlite3';
import { exitCodes, PlainError } from '../process/plain-error.ts';

/**
 * What is wrong with a database, in terms IT can act on.
 * `read-only` also means a path that cannot be opened for writing (a folder in its place, no rights).
 */
export type StorageErrorKind =
  | 'read-only'
  | 'disk-full'
  | 'damaged'
  | 'locked'
  | 'io'
  | 'future-version'
  | 'past-version'
  | 'migration-failed'
  | 'unreachable'
  | 'taken'
  | 'unfit';

const explanation: Readonly<Record<StorageErrorKind, string>> = {
  'read-only': 'cannot be written: check that the folder exists and that this account may write to it',
  'disk-full': 'cannot grow: the disk is full',
  damaged: 'is damaged',
  locked: 'is locked by another process',
  io: 'cannot be read or written: the disk reports an error',
  'future-version': 'was written by a newer version of the software: install that version or a later one',
  'past-version':
    'was written by an older version of the software, and is only to be read: start its hub once',
  'migration-failed': 'could not be brought to the current version; it was left as it was',
  unreachable: 'cannot be reached: check that the server runs, and user, password and name',
  taken: 'is held by another hub',
  unfit: 'is not as it must be',
};

/** A failure of a database file. The message names the file, what is wrong and what SQLite said. */
export class StorageError extends PlainError {
  override readonly name = 'StorageError';
  readonly kind: StorageErrorKind;
  readonly path: string;

  constructor(kind: StorageErrorKind, path: string, detail: string, options?: ErrorOptions) {
    super(exitCodes.storage, [`database ${path} ${explanation[kind]} (${detail})`], options);
    this.kind = kind;
    this.path = path;
  }
}

/** Reads that came back short or were contradicted by the file system: the content is not what was written. */
const damagedReads = new Set(['SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_CORRUPTFS', 'SQLITE_IOERR_DATA']);

/** @returns undefined for what is not a failure of the file: a constraint, a wrong statement, another error */
function kindOf(error: unknown): StorageErrorKind | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Sqlite.SqliteError) {
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || damagedReads.has(code))
      return 'damaged';
    // SHMSIZE: no room even for the index that WAL mode keeps beside the file.
    if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return 'disk-full';
    if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') return 'read-only';
    if (code.startsWith('SQLITE_CANTOPEN')) return 'read-only';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'locked';
    if (code.startsWith('SQLITE_IOERR')) return 'io';
    return undefined;
  }
  if (['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EISDIR'].includes(code))
    return 'read-only';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (code === 'EBUSY') return 'locked';
  return code === 'EIO' ? 'io' : undefined;
}

/**
 * Classifies what better-sqlite3 or the file system threw.
 * @returns a StorageError when it is one already or when it tells about the file, otherwise undefined
 */
export function asStorageError(error: unknown, path: string): StorageError | undefined {
  if (error instanceof StorageError) return error;
  const kind = kindOf(error);
  if (kind === undefined || !(error instanceof Error)) return undefined;
  const code = 'code' in error ? `${String(error.code)}: ` : '';
  return new StorageError(kind, path, `${code}${error.message}`, { cause: error });
}
