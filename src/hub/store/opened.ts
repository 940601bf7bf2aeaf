import type { StorageError } from '../../node/sqlite/errors.ts';
import type { Db } from './tables.ts';

/** A store's database, whatever it stands on. */
export interface Opened {
  readonly db: Db;
  readonly created: boolean;
  /** what it held last may be missing: see `Store` */
  readonly shortened: boolean;
  /** to be written into `meta` in the transaction that begins */
  readonly marks: Readonly<Record<string, string>>;
  /** value that `holder` in `meta` must still have in each transaction; nobody else can write where there is none */
  readonly holder?: string;
  readonly asError: (thrown: unknown) => StorageError | undefined;
  /** @param inOrder nothing is under way, and nothing has failed */
  close(inOrder: boolean): Promise<void>;
}
