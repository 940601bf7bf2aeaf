import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { Refusal } from '../../src/shared/refusal/model.ts';
import { Shift } from '../../src/shared/shift/model.ts';
import { Ticket, TicketEvent } from '../../src/shared/ticket/model.ts';
import { backUpHub } from '../support/hub.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import type { StoreWord } from './oracle.ts';

export const STORES = ['sqlite', 'postgres'] as const;
export type StoreKind = (typeof STORES)[number];

/** Where the hub of a fault room keeps what it knows: looked at beside the hub and not through it. */
export interface HouseStore {
  /** as the hub's configuration names it; another one after `restore` on PostgreSQL */
  readonly name: string;
  /** where it is on one, which can go by itself */
  readonly server?: Pick<TestPostgres, 'kill' | 'restart'>;
  read(): Promise<StoreWord>;
  /** While the hub runs. */
  backUp(): Promise<void>;
  /** Puts the last backup in the place of what is there, while the hub is down. @returns what was there */
  restore(): Promise<StoreWord>;
  /** A defect that no hub has: what was answered is forgotten, so that it is done again when it is asked again. */
  forgetCommands(): Promise<void>;
  close(): Promise<void>;
}

const FORGET = 'DELETE FROM command';

type Rows = (sql: string) => Promise<readonly Record<string, unknown>[]>;

async function wordOf(rows: Rows): Promise<StoreWord> {
  const texts = async (sql: string) =>
    (await rows(sql)).map(({ json }) => JSON.parse(String(json)) as unknown);
  const [counter] = await rows("SELECT value FROM counter WHERE name = 'event'");
  const commands = await rows('SELECT seat, cmd, code FROM command');
  return {
    seq: Number(counter?.value),
    tickets: (await texts('SELECT json FROM ticket')).map((ticket) => Ticket.parse(ticket)),
    events: (await texts('SELECT json FROM event ORDER BY seq')).map((event) => TicketEvent.parse(event)),
    commands: commands.map(({ seat, cmd, code }) => ({
      seat: String(seat),
      cmd: String(cmd),
      code: String(code),
    })),
    refusals: (await texts('SELECT json FROM refusal')).map((refusal) => Refusal.parse(refusal)),
    shifts: (await texts('SELECT json FROM shift')).map((shift) => Shift.parse(shift)),
  };
}

async function readFile(file: string): Promise<StoreWord> {
  const db = new DatabaseSync(file);
  try {
    return await wordOf(async (sql) => db.prepare(sql).all());
  } finally {
    db.close();
  }
}

/** @param hubFolder holds the hub's configuration and its store */
export function storeInFile(hubFolder: string): HouseStore {
  const file = join(hubFolder, 'hub.db');
  const backup = join(hubFolder, '..', 'backup.db');
  let restored = 0;
  return {
    name: basename(file),
    read: () => readFile(file),
    backUp: () => backUpHub(hubFolder, backup),
    async restore() {
      const aside = join(hubFolder, '..', `lost-${restored++}.db`);
      for (const end of ['', '-wal', '-shm'])
        if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`);
      cpSync(backup, file);
      return readFile(aside);
    },
    async forgetCommands() {
      const log = `${file}-wal`;
      const hadLog = existsSync(log);
      const db = new DatabaseSync(file);
      db.exec(FORGET);
      db.close();
      // Who closes a file last takes its log away: the hub would take it for one that has lost what it held last.
      if (hadLog) writeFileSync(log, '');
    },
    close: async () => {},
  };
}

/** A real PostgreSQL, of which each restored store is another database. */
export async function storeInPostgres(): Promise<HouseStore> {
  const server = await startPostgres();
  const dump = join(tmpdir(), `vigie-faults-${server.port}.dump`);
  let url = await server.database();
  const within = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  // One look: a hub may be at work between two statements.
  const read = () =>
    within(async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return wordOf(async (sql) => (await client.query(sql)).rows);
    });
  const OTHERS =
    'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  /** A hub that was killed may have begun to commit: its server ends that by itself. */
  const isAlone = () => within(async (client) => (await client.query(OTHERS)).rows.length === 0);
  return {
    get name() {
      return url;
    },
    server,
    read,
    async backUp() {
      await server.run('pg_dump', '--format=custom', '--file', dump, url);
    },
    async restore() {
      await until('nobody works on the store of the killed hub', isAlone);
      const lost = await read();
      url = await server.database();
      await server.run('pg_restore', '--dbname', url, dump);
      return lost;
    },
    forgetCommands: () => within(async (client) => void (await client.query(FORGET))),
    async close() {
      await server.stop();
      rmSync(dump, { force: true });
    },
  };
}
