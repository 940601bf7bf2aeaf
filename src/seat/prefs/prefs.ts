import type { Database } from '../../node/sqlite/open.ts';
import type { RequestInput, RequestOutput } from '../../shared/ipc/contract.ts';

/** What people like: panel sizes, filters, language. Kept for each person, and for the seat while nobody sits there. */
export class Prefs {
  readonly #db: Database;
  readonly #person: () => string | undefined;

  constructor(db: Database, person: () => string | undefined) {
    this.#db = db;
    this.#person = person;
  }

  get({ key }: RequestInput<'prefs.get'>): RequestOutput<'prefs.get'> {
    const row = this.#db
      .prepare<[string], { value: string }>('SELECT value FROM pref WHERE key = ?')
      .get(this.#key(key));
    return row === undefined ? undefined : (JSON.parse(row.value) as RequestOutput<'prefs.get'>);
  }

  set({ key, value }: RequestInput<'prefs.set'>): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO pref (key, value) VALUES (?, ?)')
      .run(this.#key(key), JSON.stringify(value));
  }

  #key = (key: string): string => `${this.#person() ?? ''}/${key}`;
}
