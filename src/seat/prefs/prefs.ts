import type { Database } from '../../node/sqlite/open.ts';
import type { RequestInput, RequestOutput } from '../../shared/ipc/contract.ts';
import type { Disk } from '../disk/disk.ts';

/** What people like: panel sizes, filters, language. Kept for each person, and for the seat while nobody sits there. */
export class Prefs {
  readonly #db: Database;
  readonly #disk: Disk;
  readonly #person: () => string | undefined;

  constructor(db: Database, disk: Disk, person: () => string | undefined) {
    this.#db = db;
    this.#disk = disk;
    this.#person = person;
  }

  get({ key }: RequestInput<'prefs.get'>): RequestOutput<'prefs.get'> {
    const row = this.#db
      .prepare<[string], { value: string }>('SELECT value FROM pref WHERE key = ?')
      .get(this.#key(key));
    return row === undefined ? undefined : (JSON.parse(row.value) as RequestOutput<'prefs.get'>);
  }

  /** Where the disk refuses, the alert says so; a panel's width is not worth another. */
  set({ key, value }: RequestInput<'prefs.set'>): void {
    const insert = this.#db.prepare('INSERT OR REPLACE INTO pref (key, value) VALUES (?, ?)');
    this.#disk.attempt(() => insert.run(this.#key(key), JSON.stringify(value)));
  }

  #key = (key: string): string => `${this.#person() ?? ''}/${key}`;
}
