import Database from 'better-sqlite3';
import { DISTRICTS, LAMPS } from './night.ts';

/** The plain way: a row for each change of a lamp, found by lamp and time. */
export class RowsPerChange {
  readonly #db: Database.Database;
  readonly #insert: Database.Statement;

  constructor(file: string) {
    this.#db = new Database(file);
    this.#db.pragma('journal_mode = wal');
    this.#db.exec(`create table change (lamp text not null, at text not null, state integer not null,
      level integer not null, faults integer not null, primary key (lamp, at)) without rowid`);
    this.#insert = this.#db.prepare('insert into change values (?, ?, ?, ?, ?)');
  }

  add(
    at: string,
    rows: readonly (readonly [lamp: string, state: number, level: number, faults: number])[],
  ): void {
    this.#db.transaction(() => {
      for (const [lamp, ...rest] of rows) this.#insert.run(lamp, at, ...rest);
    })();
  }

  /** How all lamps were then. @returns how many burned */
  cityAt(at: string): number {
    const rows = this.#db
      .prepare('select lamp, max(at), state, level from change where at <= ? group by lamp')
      .all(at) as { level: number }[];
    if (rows.length !== DISTRICTS * LAMPS) throw new Error(`${rows.length} lamps`);
    return rows.filter(({ level }) => level > 0).length;
  }

  /** All that is needed to play a night. @returns how many changes */
  night(): number {
    return (this.#db.prepare('select * from change order by at').all() as object[]).length;
  }

  lamp(lamp: string): number {
    return this.#db.prepare('select * from change where lamp = ? order by at').all(lamp).length;
  }

  /** @returns bytes of the file */
  close(): number {
    this.#db.pragma('wal_checkpoint(truncate)');
    const bytes =
      (this.#db.pragma('page_count', { simple: true }) as number) *
      (this.#db.pragma('page_size', { simple: true }) as number);
    this.#db.close();
    return bytes;
  }
}
