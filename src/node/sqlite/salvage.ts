import Sqlite from 'better-sqlite3';

/** What was saved of one table. `complete` is false when part of it could not be read or was refused. */
export interface Salvaged {
  readonly table: string;
  readonly rows: number;
  readonly complete: boolean;
}

type Row = Readonly<Record<string, unknown>>;

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function columnsOf(db: Sqlite.Database, table: string): readonly string[] {
  return (db.pragma(`table_info(${quote(table)})`) as readonly { name: string }[]).map(({ name }) => name);
}

/** Reads until the first damaged page; what `take` throws goes on. @returns whether the end was reached */
function readWhilePossible(read: () => Iterator<Row>, take: (row: Row) => void): boolean {
  let rows: Iterator<Row> | undefined;
  try {
    for (;;) {
      let next: IteratorResult<Row>;
      try {
        rows ??= read();
        next = rows.next();
      } catch {
        return false;
      }
      if (next.done) return true;
      take(next.value);
    }
  } finally {
    rows?.return?.();
  }
}

function salvageTable(old: Sqlite.Database, into: Sqlite.Database, table: string): Salvaged {
  const known = new Set(columnsOf(old, table));
  const columns = columnsOf(into, table).filter((name) => known.has(name));
  if (columns.length === 0) return { table, rows: 0, complete: false };
  const list = columns.map(quote).join(', ');
  const insert = into.prepare<unknown[]>(
    `INSERT OR IGNORE INTO ${quote(table)} (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let rows = 0;
  let refused = 0;
  const take = (row: Row): void => {
    try {
      rows += insert.run(...columns.map((name) => row[name])).changes;
    } catch (error) {
      // A row whose parent was lost is given up; a full disk is not the row's fault.
      if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))) throw error;
      refused += 1;
    }
  };
  const select = `SELECT ${list} FROM ${quote(table)}`;
  const iterate = (sql: string) => () => old.prepare<[], Row>(sql).iterate();
  const whole = readWhilePossible(iterate(`${select} NOT INDEXED`), take);
  // From the other end up to the same damage: what lies behind it is not lost with it.
  if (!whole) readWhilePossible(iterate(`${select} NOT INDEXED ORDER BY rowid DESC`), take);
  return { table, rows, complete: whole && refused === 0 };
}

/**
 * Copies what can still be read, table by table, columns of the same name. Name parents before children:
 * a row whose parent is missing is left out.
 * @param oldPath the file set aside; opened read-only, never changed
 */
export function salvageTables(
  oldPath: string,
  newDb: Sqlite.Database,
  tables: readonly string[],
): readonly Salvaged[] {
  const lost = (table: string): Salvaged => ({ table, rows: 0, complete: false });
  let old: Sqlite.Database;
  try {
    old = new Sqlite(oldPath, { readonly: true, fileMustExist: true });
  } catch {
    return tables.map(lost);
  }
  try {
    const all = newDb.transaction(() =>
      tables.map((table) => {
        try {
          return salvageTable(old, newDb, table);
        } catch (error) {
          if (error instanceof Sqlite.SqliteError && /CORRUPT|NOTADB|IOERR/.test(error.code))
            return lost(table);
          throw error;
        }
      }),
    );
    return all.immediate();
  } finally {
    old.close();
  }
}
