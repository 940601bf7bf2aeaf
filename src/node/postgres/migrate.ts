import type { PoolClient } from 'pg';
import { StorageError } from '../sqlite/errors.ts';

/** One step of a schema; as for SQLite, versions run 1, 2, 3 … and a step that has shipped is never edited. */
export interface SqlMigration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/**
 * Brings the schema to the newest version, one transaction per step.
 * @returns the version it had: 0 for an empty database
 * @throws StorageError `future-version`, `migration-failed`; what pg threw where the database can't be reached
 */
export async function migratePostgres(
  client: PoolClient,
  migrations: readonly SqlMigration[],
  place: string,
): Promise<number> {
  await client.query(
    'create table if not exists schema_version (version integer primary key, name text not null)',
  );
  const { rows } = await client.query<{ have: number }>(
    'select coalesce(max(version), 0)::integer as have from schema_version',
  );
  const have = rows[0]?.have ?? 0;
  if (have > migrations.length)
    throw new StorageError(
      'future-version',
      place,
      `it has version ${have}, known up to ${migrations.length}`,
    );
  for (const { version, name, statements } of migrations.slice(have)) {
    await client.query('begin');
    try {
      for (const statement of statements) await client.query(statement);
      await client.query('insert into schema_version (version, name) values ($1, $2)', [version, name]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      const said = error instanceof Error ? error.message : String(error);
      throw new StorageError('migration-failed', place, `step ${version} ${name}: ${said}`, { cause: error });
    }
  }
  return have;
}
