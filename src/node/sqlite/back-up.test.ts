import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp } from './back-up.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

const count = (path: string) => {
  const db = new Sqlite(path, { readonly: true });
  const n = db.prepare('SELECT count(*) FROM t').pluck().get();
  db.close();
  return n;
};

test('a copy has what was committed, also what stands only in the log, and nothing of what is under way', () => {
  const db = new Sqlite(at('hub.db'));
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE t (n INTEGER)');
  const insert = db.prepare('INSERT INTO t VALUES (1)');
  for (let n = 0; n < 500; n++) insert.run();
  db.exec('BEGIN IMMEDIATE');
  insert.run();
  expect(backUp(at('hub.db'), at('copy.db'))).toBeGreaterThan(4_096);
  db.exec('COMMIT');
  expect(count(at('copy.db'))).toBe(500);
  backUp(at('hub.db'), at('copy.db'));
  expect(count(at('copy.db'))).toBe(501);
  expect(existsSync(at('copy.db.new'))).toBe(false);
  db.close();
});

test('an older copy stays where a new one can’t be made, and what is wrong is named', () => {
  writeFileSync(at('copy.db'), 'yesterday');
  expect(() => backUp(at('none.db'), at('copy.db'))).toThrow(/none\.db .*there is no such file/);
  writeFileSync(at('bad.db'), 'not a database, though long enough to be looked at as one'.repeat(80));
  expect(() => backUp(at('bad.db'), at('copy.db'))).toThrow(/is damaged/);
  expect(readFileSync(at('copy.db'), 'utf8')).toBe('yesterday');
  new Sqlite(at('good.db')).exec('CREATE TABLE t (n)').close();
  mkdirSync(at('folder'));
  expect(() => backUp(at('good.db'), at('folder'))).toThrow(/folder cannot be written/);
  expect(existsSync(at('folder.new'))).toBe(false);
});
