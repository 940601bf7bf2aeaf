import { Pool } from 'pg';
import { StorageError } from '../sqlite/errors.ts';
import { TellingDialect } from './dialect.ts';
import { asPostgresError } from './errors.ts';
import { configOf, type PostgresPlace } from './open.ts';

/** A database opened beside whoever holds it. */
export interface PostgresBeside {
  readonly dialect: TellingDialect;
  close(): Promise<void>;
}

/**
 * Opens a database that another program holds: to be read and nothing else, or to leave a row there that it is to find.
 * @param version of the schema that is known here
 * @returns undefined where it has no tables yet
 * @throws StorageError
 */
export async function openPostgresBeside(
  place: PostgresPlace,
  version: number,
  access: 'read' | 'write',
): Promise<PostgresBeside | undefined> {
  const { url } = place;
  const asError = (thrown: unknown) => asPostgresError(thrown, url) ?? thrown;
  const pool = new Pool({ ...configOf(place), max: 1 });
  pool.on('error', () => {});
  try {
    // Its one connection refuses to write by itself; the options of its address stay as they are.
    if (access === 'read') await pool.query('set default_transaction_read_only = on');
    const there = await pool.query<{ has: boolean }>(
      "select to_regclass('schema_version') is not null as has",
    );
    if (there.rows[0]?.has !== true) {
      await pool.end();
      return undefined;
    }
    const { rows } = await pool.query<{ have: number }>(
      'select coalesce(max(version), 0)::integer as have from schema_version',
    );
    const have = rows[0]?.have ?? 0;
    if (have !== version)
      throw new StorageError(
        have < version ? 'past-version' : 'future-version',
        url,
        `it has version ${have}, known is ${version}`,
      );
    return { dialect: new TellingDialect({ pool }, asError), close: () => pool.end() };
  } catch (error) {
    await pool.end();
    throw asError(error);
  }
}
