import { randomUUID } from 'node:crypto';
import { Kysely } from 'kysely';
import { openPostgres, type PostgresPlace } from '../../node/postgres/open.ts';
import { postgresMigrations } from './migrations/index.ts';
import type { Opened } from './opened.ts';
import type { Tables } from './tables.ts';

/** Key in `meta`: the database that the store was in when it was last opened. */
const HOME = 'home';

/**
 * Opens a store in a PostgreSQL database of its own. One that was read back from a dump finds itself in another place
 * than it was: what was committed after the dump is missing.
 * @throws StorageError
 */
export async function openOnPostgres(place: PostgresPlace): Promise<Opened> {
  const { dialect, created, home, asError, close } = await openPostgres(place, postgresMigrations);
  const db = new Kysely<Tables>({ dialect });
  const holder = randomUUID();
  try {
    const was = await db.selectFrom('meta').select('value').where('key', '=', HOME).executeTakeFirst();
    const shortened = was !== undefined && was.value !== home;
    return { db, created, shortened, marks: { [HOME]: home, holder }, holder, asError, close };
  } catch (error) {
    await close();
    throw error;
  }
}
