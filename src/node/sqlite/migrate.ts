import type Sqlite from 'better-sqlite3';
import { asStorageError, StorageError } from './errors.ts';

/** One step of a schema. Versions run 1, 2, 3 … without gaps; a step that has shipped is never edited. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  /** Runs inside a transaction with foreign keys off (tables may be rebuilt); they are verified before the commit. */
  readonly up: (db: Sqlite.Database) => void;
}

function apply(db: Sqlite.Database, { version, name, up }: Migration): void {
  const step = db.transaction(() => {
    up(db);
    const broken = db.pragma('foreign_key_check') as readonly { table: string; parent: string }[];
    if (broken[0]) throw new Error(`rows of ${broken[0].table} refer to missing rows of ${broken[0].parent}`);
    db.pragma(`user_version = ${version}`);
  });
  try {
    step.immediate();
  } catch (error) {
    const known = asStorageError(error, db.name);
    if (known) throw known;
    const said = error instanceof Error ? error.message : String(error);
    throw new StorageError('migration-failed', db.name, `step ${version} ${name}: ${said}`, { cause: error });
  }
}

/**
 * Brings the schema to the newest version, one transaction per step, `user_version` as the mark.
 * @throws StorageError `future-version`, `migration-failed` (earlier steps stay), or what the file answered
 */
export function migrate(db: Sqlite.Database, migrations: readonly Migration[]): void {
  for (const [i, { version, name }] of migrations.entries()) {
    if (version !== i + 1) throw new Error(`migration ${name} has version ${version}, expected ${i + 1}`);
  }
  const have = db.pragma('user_version', { simple: true }) as number;
  if (have > migrations.length) {
    throw new StorageError(
      'future-version',
      db.name,
      `it has version ${have}, known up to ${migrations.length}`,
    );
  }
  db.pragma('foreign_keys = OFF');
  for (const migration of migrations.slice(have)) apply(db, migration);
  db.pragma('foreign_keys = ON');
}
