import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCopy } from './copy.ts';
import { asStorageError } from './errors.ts';
import type { Migration } from './migrate.ts';
import { type Database, openDatabase } from './open.ts';

const words: Migration = {
  version: 1,
  name: 'words',
  up: (db) => db.exec('CREATE TABLE word (text TEXT) STRICT'),
};
const ranks: Migration = {
  version: 2,
  name: 'ranks',
  up: (db) => db.exec('ALTER TABLE word ADD COLUMN rank INTEGER'),
};

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-copy-'));
  path = join(folder, 'desk.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (...migrations: readonly Migration[]) =>
  openDatabase({ path, migrations, synchronous: 'FULL', onDamaged: 'refuse' }).db;
const write = (db: Database, text: string) => db.prepare('INSERT INTO word (text) VALUES (?)').run(text);
const read = (db: Database) => db.prepare('SELECT text FROM word').pluck().all();

test('a file is read whole, brought to the newest schema in memory, and takes nothing', () => {
  const db = open(words);
  write(db, 'kept');
  db.close();
  const before = readFileSync(path);
  const copy = openCopy(path, [words, ranks]);
  expect(copy.content).toBe('whole');
  expect(copy.db.prepare('SELECT text, rank FROM word').all()).toEqual([{ text: 'kept', rank: null }]);
  try {
    write(copy.db, 'new');
    expect.unreachable();
  } catch (error) {
    expect(asStorageError(error, path)?.kind).toBe('read-only');
  }
  copy.db.close();
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(['desk.db']);
});

test('what stands in the WAL is read too, as long as SQLite can', () => {
  const db = open(words);
  write(db, 'latest');
  const copy = openCopy(path, [words]);
  expect([copy.content, read(copy.db)]).toEqual(['whole', ['latest']]);
  copy.db.close();
  db.close();
});

test('where SQLite can not open it the file itself is read, which is older than its WAL', () => {
  const db = open(words);
  write(db, 'before');
  db.pragma('wal_checkpoint(TRUNCATE)');
  const alone = join(folder, 'alone.db');
  copyFileSync(path, alone);
  db.close();
  mkdirSync(`${alone}-wal`); // is something, and can't be read
  const copy = openCopy(alone, [words]);
  expect([copy.content, read(copy.db)]).toEqual(['older', ['before']]);
  copy.db.close();
});

test.each([
  ['is not there', () => {}],
  ['is no database', () => writeFileSync(path, 'no database '.repeat(1_000))],
  ['comes from a newer version', () => open(words, ranks).close()],
])('a file that %s tells nothing, and the copy can be asked all the same', (_what, make) => {
  make();
  const copy = openCopy(path, [words]);
  expect([copy.content, read(copy.db)]).toEqual(['nothing', []]);
  copy.db.close();
});
