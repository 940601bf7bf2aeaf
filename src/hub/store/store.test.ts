import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../node/log/log.ts';
import { StorageError } from '../../node/sqlite/errors.ts';
import { openDatabase } from '../../node/sqlite/open.ts';
import { StoreHealth } from './health.ts';
import { initial } from './migrations/001-initial.ts';
import { retention } from './migrations/002-retention.ts';
import { commandBySeat } from './migrations/003-command-by-seat.ts';
import { sessionClock } from './migrations/004-session-clock.ts';
import { forSqlite } from './migrations/step.ts';
import { openStore } from './store.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-store-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('a unit of work', () => {
  it('gives sequences without a hole, also after one that failed', async () => {
    const store = await openStore(join(dir, 'hub.db'), () => 'e-1');
    const take = (n: number, fail = false) =>
      store.write(async (unit) => {
        const seqs = Array.from({ length: n }, () => unit.nextSeq());
        if (fail) throw new Error('no');
        return seqs;
      });
    expect(await take(2)).toEqual([1, 2]);
    await expect(take(5, true)).rejects.toThrow('no');
    expect(await Promise.all([take(1), take(2), take(1)])).toEqual([[3], [4, 5], [6]]);
    expect(store.seq).toBe(6);
    store.close();
  });

  it('counts by name, from 1', async () => {
    const store = await openStore(join(dir, 'hub.db'), () => 'e-1');
    const counts = await store.write(async (unit) => [
      await unit.count('a'),
      await unit.count('a'),
      await unit.count('b'),
    ]);
    expect(counts).toEqual([1, 2, 1]);
    store.close();
  });
});

it('a restored store gets a new epoch where it is told so, and keeps its sequence', async () => {
  const path = join(dir, 'hub.db');
  const epochs = ['e-1', 'e-2', 'e-3'];
  const open = (restored: boolean) => openStore(path, () => epochs.shift()!, restored);
  const first = await open(true);
  await first.write(async (unit) => unit.nextSeq());
  first.close();
  for (const [restored, epoch] of [
    [false, 'e-1'],
    [true, 'e-2'],
    [false, 'e-2'],
  ] as const) {
    const store = await open(restored);
    expect([store.epoch, store.seq]).toEqual([epoch, 1]);
    store.close();
  }
});

it('a damaged file is refused and left as it is', async () => {
  const path = join(dir, 'hub.db');
  writeFileSync(path, Buffer.alloc(8_192, 3));
  await expect(openStore(path, () => 'e')).rejects.toMatchObject({ kind: 'damaged' });
});

it('commands answered before they were known by seat keep their answers', async () => {
  const path = join(dir, 'hub.db');
  const before = [initial, retention].map(forSqlite);
  const { db } = openDatabase({ path, synchronous: 'FULL', migrations: before, onDamaged: 'refuse' });
  db.exec(`INSERT INTO command VALUES ('c-1', 'seat-01', 'ticket.note', '2026', 'OK', '{}')`);
  db.close();
  const store = await openStore(path, () => 'e');
  expect(await store.db.selectFrom('command').selectAll().execute()).toEqual([
    { cmd: 'c-1', seat: 'seat-01', op: 'ticket.note', at: '2026', code: 'OK', reply: '{}' },
  ]);
  store.close();
});

it('the schema can be said to PostgreSQL too, without a column that numbers itself', () => {
  const postgres = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  const said = [initial, retention, commandBySeat, sessionClock].flatMap(({ statements }) =>
    statements(postgres.schema, postgres).map((statement) => statement.compile().sql),
  );
  expect(said).toContain(
    'create table "event" ("seq" bigint primary key, "target_id" text not null, "at" text not null, "json" text not null)',
  );
  expect(said.join()).not.toMatch(/serial|identity|autoincrement/i);
});

it('work that fails with each message is said once in a while, by what it was', () => {
  const lines: { what?: string; suppressed?: number }[] = [];
  let now = 0;
  const write = (line: string) => void lines.push(JSON.parse(line));
  const health = new StoreHealth(
    createLog({ name: 't', readable: false, write }),
    () => now,
    () => {},
  );
  for (let i = 0; i < 300; i++) health.failed(new TypeError('defect'), 'ticket.note');
  health.failed(new TypeError('defect'), 'intake');
  now = 31_000;
  health.failed(new TypeError('defect'), 'ticket.note');
  expect(lines.map(({ what, suppressed }) => [what, suppressed])).toEqual([
    ['ticket.note', 0],
    ['intake', 0],
    ['ticket.note', 299],
  ]);
  expect(health.ok).toBe(true);
});

it('trouble with the store is said when it begins, when it ends, and now and then between', () => {
  const lines: string[] = [];
  let now = 0;
  const damaged: unknown[] = [];
  const log = createLog({
    name: 't',
    readable: false,
    write: (line) => lines.push((JSON.parse(line) as { msg: string }).msg),
  });
  const health = new StoreHealth(
    log,
    () => now,
    (error) => damaged.push(error),
  );
  const full = new StorageError('disk-full', 'hub.db', 'SQLITE_FULL');
  for (let i = 0; i < 5; i++) health.failed(full, 'commands');
  now = 31_000;
  health.failed(full, 'commands');
  expect(health.ok).toBe(false);
  health.worked();
  health.worked();
  expect(lines).toEqual([
    'the store cannot be written: commands are answered RETRY',
    'the store cannot be written: commands are answered RETRY',
    'the store can be written again',
  ]);
  health.failed(new StorageError('damaged', 'hub.db', 'x'), 'commands');
  expect(damaged).toHaveLength(1);
});

describe('a store that was not closed in order', () => {
  const ids = () => ['e-1', 'e-2', 'e-3'][made++]!;
  let made = 0;
  /** What a hub leaves that was killed: the file, with or without its write-ahead log. */
  async function killed(withLog: boolean): Promise<string> {
    made = 0;
    const path = join(dir, 'hub.db');
    const running = await openStore(path, ids);
    await running.write(async (unit) => unit.nextSeq());
    const left = join(dir, 'left.db');
    cpSync(path, left);
    if (withLog) cpSync(`${path}-wal`, `${left}-wal`);
    running.close();
    return left;
  }

  it('goes on where its write-ahead log is there', async () => {
    const store = await openStore(await killed(true), ids);
    expect([store.epoch, store.seq, store.shortened]).toEqual(['e-1', 1, false]);
    store.close();
  });

  it('has a new epoch where the log is gone, for what was committed last may be missing; once', async () => {
    const path = await killed(false);
    const store = await openStore(path, ids);
    expect([store.epoch, store.seq, store.shortened]).toEqual(['e-2', 0, true]);
    store.close();
    const again = await openStore(path, ids);
    expect([again.epoch, again.shortened]).toEqual(['e-2', false]);
    again.close();
  });
});
