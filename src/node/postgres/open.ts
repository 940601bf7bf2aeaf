import { setTimeout as wait } from 'node:timers/promises';
import { Client, type ClientConfig, Pool, types } from 'pg';
import { StorageError } from '../sqlite/errors.ts';
import { TellingDialect } from './dialect.ts';
import { asPostgresError } from './errors.ts';
import { migratePostgres, type SqlMigration } from './migrate.ts';

/** A database on a PostgreSQL server. */
export interface PostgresPlace {
  /** postgres://user@host:port/database, without a password */
  readonly url: string;
  readonly password?: string | undefined;
}

export interface OpenedPostgres {
  readonly dialect: TellingDialect;
  /** it had no tables before */
  readonly created: boolean;
  /** which database on which server this is: another after a dump was read back, on whatever server */
  readonly home: string;
  readonly asError: (thrown: unknown) => StorageError | undefined;
  close(): Promise<void>;
}

/** "vigi" in ASCII: nobody else's advisory lock. */
const LOCK = 0x76_69_67_69;
/** As long as a predecessor that is being ended may take. */
const WAIT_MS = 2_000;
const CONNECT_MS = 5_000;
/** Between two attempts to hold it again. */
const AGAIN_MS = 500;
/** One: whoever works on the store stands in one line, as on SQLite, where there is one connection too. */
const CONNECTIONS = 1;
const INT8 = 20;

/** Counters and sequences fit a number; pg gives bigint as text otherwise. */
const numbers: ClientConfig['types'] = {
  getTypeParser: (id: number, format?: unknown) =>
    id === INT8 ? Number : (types.getTypeParser(id, format as 'text') as never),
};

/** How a hub connects. */
export const configOf = ({ url, password }: PostgresPlace) => ({
  connectionString: url,
  ...(password === undefined ? {} : { password }),
  application_name: 'vigie-hub',
  connectionTimeoutMillis: CONNECT_MS,
  types: numbers,
});

/**
 * Opens a database for one program: it holds the database by an advisory lock for as long as its connection lives, and
 * brings the schema to the newest version.
 * @throws StorageError
 */
export async function openPostgres(
  place: PostgresPlace,
  migrations: readonly SqlMigration[],
): Promise<OpenedPostgres> {
  const { url } = place;
  const asError = (thrown: unknown) => asPostgresError(thrown, url);
  const config = configOf(place);
  const pool = new Pool({ ...config, max: CONNECTIONS });
  // One that breaks while nobody uses it is replaced at the next use.
  pool.on('error', () => {});
  // One that breaks in the middle of a transaction fails the next query too; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  let letGo = async (): Promise<void> => {};
  const close = async (): Promise<void> => {
    await Promise.allSettled([pool.end(), letGo()]);
  };
  try {
    letGo = await keepHold(config, url);
    const client = await pool.connect();
    try {
      await checkFitness(client, url);
      const created = (await migratePostgres(client, migrations, url)) === 0;
      const dialect = new TellingDialect({ pool }, (thrown) => asError(thrown) ?? thrown);
      return { dialect, created, home: await homeOf(client), asError, close };
    } finally {
      client.release();
    }
  } catch (error) {
    await close();
    throw asError(error) ?? error;
  }
}

type Queries = Pick<Client, 'query'>;

/**
 * Holds the database, and again whenever its connection was lost: a server that was started anew knows nothing of
 * who held it. Another program that was faster stays: each transaction of this one finds that out.
 * @returns lets go
 * @throws StorageError `taken`; what pg threw where the database can't be reached
 */
async function keepHold(config: ClientConfig, url: string): Promise<() => Promise<void>> {
  const ending = new AbortController();
  let holder: Client | undefined;
  const attempt = async (): Promise<void> => {
    // Of a machine that vanished the server learns within half a minute: another may then take its place.
    const options = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';
    const client = new Client({ ...config, options });
    client.on('error', () => {});
    try {
      await client.connect();
      await hold(client, url);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    if (ending.signal.aborted) return client.end();
    holder = client;
    client.once('end', () => void again());
  };
  const again = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      try {
        await wait(AGAIN_MS, undefined, { signal: ending.signal });
        return await attempt();
      } catch {
        // The server is still away, or held by another, or this is the end.
      }
    }
  };
  await attempt();
  return async () => {
    ending.abort();
    await holder?.end();
  };
}

async function hold(holder: Queries, url: string): Promise<void> {
  for (const end = performance.now() + WAIT_MS; ; await wait(100)) {
    const { rows } = await holder.query<{ held: boolean }>(
      'select pg_try_advisory_lock($1, current_schema()::regnamespace::oid::integer) as held',
      [LOCK],
    );
    if (rows[0]?.held === true) return;
    if (performance.now() > end) throw new StorageError('taken', url, 'its advisory lock is taken');
  }
}

/** Texts must be ordered as in SQLite, byte by byte, for times are text; and what is answered must be on disk. */
async function checkFitness(client: Queries, url: string): Promise<void> {
  const { rows } = await client.query<{ encoding: string; order: string; commit: string }>(
    `select pg_encoding_to_char(encoding) as encoding, datcollate as "order",
       current_setting('synchronous_commit') as "commit"
     from pg_database where datname = current_database()`,
  );
  const { encoding, order, commit } = rows[0] ?? { encoding: '?', order: '?', commit: '?' };
  if (commit === 'off')
    throw new StorageError('unfit', url, 'synchronous_commit is off: the last commits may be lost');
  if (encoding === 'UTF8' && /^(C|POSIX|C\.UTF-?8)$/i.test(order)) return;
  const wanted = 'createdb --template=template0 --encoding=UTF8 --locale=C makes one that is';
  throw new StorageError('unfit', url, `encoding ${encoding}, order ${order}; ${wanted}`);
}

async function homeOf(client: Queries): Promise<string> {
  const { rows } = await client.query<{ home: string }>(
    `select system_identifier || '/' || 'counter'::regclass::oid as home from pg_control_system()`,
  );
  return rows[0]?.home ?? '';
}
