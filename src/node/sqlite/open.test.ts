import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asStorageError, StorageError } from './errors.ts';
import type { Migration } from './migrate.ts';
import { type OpenOptions, openDatabase } from './open.ts';
import { type Salvaged, salvageTables } from './salvage.ts';

const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'tickets',
    up: (db) => db.exec('CREATE TABLE ticket (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT'),
  },
  {
    version: 2,
    name: 'notes',
    up: (db) =>
      db.exec(
        'CREATE TABLE note (id INTEGER PRIMARY KEY, ticket INTEGER NOT NULL REFERENCES ticket, text TEXT) STRICT',
      ),
  },
];

let folder: string;
let options: OpenOptions;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-sqlite-'));
  options = { path: join(folder, 'desk.db'), synchronous: 'FULL', migrations, onDamaged: 'set-aside' };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function failure(act: () => unknown): StorageError {
  try {
    act();
  } catch (error) {
    if (error instanceof StorageError) return error;
    throw error;
  }
  throw new Error('expected a StorageError');
}

/** Tickets long enough that they fill many pages. */
function fill(tickets: number): void {
  const { db } = openDatabase(options);
  const insert = db.prepare('INSERT INTO ticket (title) VALUES (?)');
  db.transaction(() => {
    for (let i = 0; i < tickets; i += 1) insert.run(`ticket ${i} `.padEnd(400, '.'));
  })();
  db.close();
}

function overwrite(from: number, length: number): void {
  const bytes = readFileSync(options.path);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(options.path, bytes);
}

describe('a sound file', () => {
  test('opens in WAL mode with foreign keys on and keeps its rows', () => {
    fill(3);
    const { db, damaged } = openDatabase(options);
    expect(damaged).toBeUndefined();
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(() => db.exec("INSERT INTO note (ticket, text) VALUES (99, 'orphan')")).toThrow(/FOREIGN KEY/);
    expect(db.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(3);
    db.close();
  });

  test('is brought forward step by step, and one of a newer version is refused untouched', () => {
    openDatabase({ ...options, migrations: migrations.slice(0, 1) }).db.close();
    const { db } = openDatabase(options);
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    db.close();
    const error = failure(() => openDatabase({ ...options, migrations: migrations.slice(0, 1) }));
    expect(error.kind).toBe('future-version');
    expect(error.message).toContain(options.path);
    const again = openDatabase(options);
    expect(again.damaged).toBeUndefined();
    again.db.close();
  });

  test.each([
    ['a wrong statement', 'CREATE TABLE ticket (id)'],
    ['a dangling reference', "INSERT INTO note (ticket, text) VALUES (99, 'orphan')"],
  ])('a failing step (%s) leaves nothing of itself behind', (_, sql) => {
    const third: Migration = {
      version: 3,
      name: 'bad',
      up: (db) => db.exec(`CREATE TABLE half (id INTEGER); ${sql}`),
    };
    expect(failure(() => openDatabase({ ...options, migrations: [...migrations, third] })).kind).toBe(
      'migration-failed',
    );
    const { db } = openDatabase(options);
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined();
    db.close();
  });

  test('keeps what was committed when its process is killed in the middle of a transaction', async () => {
    fill(1);
    const script = `
      const { openDatabase } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)});
      const { db } = openDatabase({ path: ${JSON.stringify(options.path)}, synchronous: 'FULL',
        migrations: [1, 2].map((version) => ({ version, name: '', up() {} })), onDamaged: 'refuse' });
      db.exec("INSERT INTO ticket (title) VALUES ('committed')");
      db.exec("BEGIN IMMEDIATE; INSERT INTO ticket (title) VALUES ('not committed')");
      process.stdout.write('ready');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { db, damaged } = openDatabase(options);
    expect(damaged).toBeUndefined();
    expect(db.prepare('SELECT title FROM ticket WHERE id > 1').pluck().all()).toEqual(['committed']);
    db.close();
  });
});

describe('a damaged file', () => {
  const salvaging = (into: Salvaged[]): OpenOptions => ({
    ...options,
    salvage: (old, db) => into.push(...salvageTables(old, db, ['ticket', 'note'])),
  });

  test('with bytes overwritten is set aside and what can be read on both sides is salvaged', () => {
    fill(400);
    overwrite(20 * 4096, 4 * 4096);
    const saved: Salvaged[] = [];
    const { db, damaged } = openDatabase(salvaging(saved));
    expect(damaged?.movedTo).toMatch(/desk\.db\.damaged-\d{8}T\d{6}\.\d{3}Z$/);
    expect(damaged?.reason).toContain('is damaged');
    expect(existsSync(damaged!.movedTo)).toBe(true);
    const rows = db.prepare<[], { id: number; title: string }>('SELECT * FROM ticket ORDER BY id').all();
    expect(saved[0]).toEqual({ table: 'ticket', rows: rows.length, complete: false });
    expect(rows[0]?.id).toBe(1);
    expect(rows.at(-1)?.id).toBe(400);
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.every(({ id, title }) => title.startsWith(`ticket ${id - 1} `))).toBe(true);
    db.close();
  });

  test('with its header gone gives a new, empty database', () => {
    fill(10);
    overwrite(0, 100);
    const saved: Salvaged[] = [];
    const { db, damaged } = openDatabase(salvaging(saved));
    expect(damaged).toBeDefined();
    expect(saved).toEqual(['ticket', 'note'].map((table) => ({ table, rows: 0, complete: false })));
    expect(db.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(0);
    db.close();
  });

  test('cut short is noticed', () => {
    fill(100);
    writeFileSync(options.path, readFileSync(options.path).subarray(0, 5 * 4096));
    const { db, damaged } = openDatabase(options);
    expect(damaged).toBeDefined();
    db.close();
  });

  test('is left where it is when the caller refuses', () => {
    fill(10);
    overwrite(0, 100);
    expect(failure(() => openDatabase({ ...options, onDamaged: 'refuse' })).kind).toBe('damaged');
    expect(existsSync(options.path)).toBe(true);
  });
});

describe('a file that cannot be used', () => {
  test('a folder in its place', () => {
    mkdirSync(options.path);
    expect(failure(() => openDatabase(options)).kind).toBe('read-only');
  });

  test('a file where its folder should be', () => {
    writeFileSync(join(folder, 'data'), '');
    expect(failure(() => openDatabase({ ...options, path: join(folder, 'data', 'desk.db') })).kind).toBe(
      'read-only',
    );
  });

  test('locked by another connection', () => {
    const { db } = openDatabase(options);
    db.exec('BEGIN EXCLUSIVE');
    const next: Migration = { version: 3, name: 'more', up: (d) => d.exec('CREATE TABLE more (id)') };
    const error = failure(() =>
      openDatabase({ ...options, busyTimeoutMs: 1, migrations: [...migrations, next] }),
    );
    expect(error.kind).toBe('locked');
    db.close();
  });

  test('no room left, while opening and later', () => {
    const small: Migration = {
      version: 3,
      name: 'grow',
      up: (db) => {
        db.pragma('max_page_count = 8');
        db.exec('CREATE TABLE big AS SELECT zeroblob(100000) AS b');
      },
    };
    expect(failure(() => openDatabase({ ...options, migrations: [...migrations, small] })).kind).toBe(
      'disk-full',
    );
    const { db } = openDatabase(options);
    db.pragma('max_page_count = 8');
    try {
      db.prepare('INSERT INTO ticket (title) VALUES (?)').run('x'.repeat(100_000));
      expect.unreachable();
    } catch (error) {
      expect(asStorageError(error, db.name)?.kind).toBe('disk-full');
    }
    db.close();
  });

  test('an ordinary SQL error is not blamed on the file', () => {
    const { db } = openDatabase(options);
    try {
      db.exec('SELECT * FROM nothing');
      expect.unreachable();
    } catch (error) {
      expect(asStorageError(error, db.name)).toBeUndefined();
    }
    db.close();
  });
});

describe('a file that is empty has lost what it held', () => {
  beforeEach(() => {
    fill(3);
    writeFileSync(options.path, '');
  });

  test('it is refused', () => {
    expect(failure(() => openDatabase({ ...options, onDamaged: 'refuse' }))).toMatchObject({
      kind: 'damaged',
      message: expect.stringContaining('the file is empty'),
    });
    expect(readFileSync(options.path)).toHaveLength(0);
  });

  test('or set aside, and told', () => {
    const { db, damaged } = openDatabase(options);
    expect(damaged?.reason).toContain('the file is empty');
    expect(db.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(0);
    db.close();
  });
});

test('what a start left that was ended while it made the file is no hindrance', () => {
  writeFileSync(`${options.path}.new`, 'half of a page');
  const { db, damaged } = openDatabase(options);
  expect(damaged).toBeUndefined();
  expect(existsSync(`${options.path}.new`)).toBe(false);
  db.close();
});

test('a folder on a disk that is not there is named, as one that cannot be written', () => {
  const link = join(folder, 'data');
  symlinkSync(join(folder, 'not-mounted'), link);
  expect(failure(() => openDatabase({ ...options, path: join(link, 'desk.db') }))).toMatchObject({
    kind: 'read-only',
  });
});
