import type { Log } from '../../node/log/log.ts';
import { StorageError, type StorageErrorKind } from '../../node/sqlite/errors.ts';
import { Sparing } from '../edge/sparing-log.ts';

const SAY_EVERY_MS = 30_000;

/** What IT does about a damaged store; the hub never goes on with an empty one by itself. */
export const RESTORE =
  'the hub stops rather than start empty: move the file aside, restore the last backup in its place or recover ' +
  'it with "sqlite3 FILE .recover", then start the hub once with --new-epoch, so that its seats take a snapshot';

/** Whether the store can be written: said once when it fails, now and then while it does, once when it works. */
export class StoreHealth {
  readonly #log: Log;
  readonly #now: () => number;
  readonly #onDamaged: (error: StorageError) => void;
  #failing: StorageError | undefined;
  readonly #defects = new Sparing(SAY_EVERY_MS);
  #saidAt = 0;

  constructor(log: Log, now: () => number, onDamaged: (error: StorageError) => void) {
    this.#log = log;
    this.#now = now;
    this.#onDamaged = onDamaged;
  }

  get ok(): boolean {
    return this.#failing === undefined;
  }

  /** What is wrong with it, for /health. */
  get trouble(): StorageErrorKind | undefined {
    return this.#failing?.kind;
  }

  /** @param what was being done, for the log */
  failed(error: unknown, what: string): void {
    if (!(error instanceof StorageError)) {
      const suppressed = this.#defects.due(what, this.#now());
      if (suppressed !== undefined)
        this.#log.error(
          { err: error, what, suppressed },
          'work failed that should not have; it is tried again',
        );
      return;
    }
    const first = this.#failing?.kind !== error.kind;
    this.#failing = error;
    if (error.kind === 'damaged' || error.kind === 'taken') this.#onDamaged(error);
    else if (first || this.#now() - this.#saidAt > SAY_EVERY_MS) {
      this.#saidAt = this.#now();
      this.#log.error(
        { what, detail: error.message },
        'the store cannot be written: commands are answered RETRY',
      );
    }
  }

  worked(): void {
    if (this.#failing === undefined) return;
    this.#failing = undefined;
    this.#log.info('the store can be written again');
  }
}
