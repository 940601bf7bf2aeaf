import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StorageError } from '../node/sqlite/errors.ts';
import type { Database } from '../node/sqlite/open.ts';
import type { Alert } from '../shared/ipc/model.ts';
import { Alerts } from './alerts.ts';
import { openDatabases } from './databases.ts';
import { Disk } from './disk/disk.ts';

let folder: string;
let told: Alert[][];
let clock: number;
let alerts: Alerts;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-seat-'));
  told = [];
  clock = 0;
  alerts = new Alerts(
    (list) => told.push(list),
    () => clock,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const damage = (file: string) => writeFileSync(join(folder, file), 'no database '.repeat(1_000));

test('a damaged city is set aside and begun anew', () => {
  openDatabases(folder, alerts).close();
  damage('city.db');
  const databases = openDatabases(folder, alerts);
  expect(alerts.list()).toMatchObject([
    { kind: 'city-damaged', detail: expect.stringContaining('city.db.damaged-') },
  ]);
  databases.city.prepare('SELECT * FROM layer').all();
  databases.close();
  expect(readdirSync(folder).filter((name) => /city\.db\.damaged-.*Z$/.test(name))).toHaveLength(1);
});

test('of a damaged desk what can be read is kept, and the hub is asked for every ticket', () => {
  const before = openDatabases(folder, alerts);
  before.desk.exec(`
    INSERT INTO meta VALUES ('epoch', 'e'), ('lastSeq', '7');
    INSERT INTO outbox (cmd, target, op, body, person) VALUES ('c-1', 'T-1', 'ticket.claim', '{}', 'p-1');
  `);
  // The schema names an index that is not there: the file fails its check, its rows can be read.
  before.desk.unsafeMode();
  before.desk.exec("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'event_ticket'");
  before.close();
  const after = openDatabases(folder, alerts);
  expect(alerts.list()).toMatchObject([{ kind: 'desk-damaged' }]);
  expect(after.desk.prepare('SELECT cmd FROM outbox').all()).toEqual([{ cmd: 'c-1' }]);
  expect(after.desk.prepare('SELECT key, value FROM meta').all()).toEqual([{ key: 'lastSeq', value: '7' }]);
  after.close();
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'of a folder that is read-only what is there is read',
  () => {
    const before = openDatabases(folder, alerts);
    before.desk.exec("INSERT INTO meta VALUES ('k', 'v')");
    before.close();
    chmodSync(folder, 0o500);
    const databases = openDatabases(folder, alerts);
    expect(databases.refused.desk).toMatchObject({ error: { kind: 'read-only' }, content: 'whole' });
    expect(databases.desk.prepare('SELECT value FROM meta').pluck().all()).toEqual(['v']);
    databases.close();
    chmodSync(folder, 0o700);
  },
);

test('files that can not be opened are said, take nothing, and are asked for until they can be', () => {
  const data = join(folder, 'data');
  writeFileSync(data, '');
  const databases = openDatabases(data, alerts);
  const { desk, refused } = databases;
  const disks = [new Disk(desk, alerts, refused.desk), new Disk(databases.city, alerts, refused.city)];
  expect(alerts.list().map(({ id }) => id)).toEqual(['disk:desk.db', 'disk:city.db']);
  expect(alerts.list()[0]).toMatchObject({
    kind: 'read-only',
    detail: expect.stringMatching(/data.*cannot be written.*nothing of it could be read/),
  });
  const said = alerts.list();
  expect(disks[0]?.attempt(() => desk.exec("INSERT INTO meta VALUES ('k', 'v')"))).toBe(false);
  for (const disk of disks) disk.probe();
  expect(disks.map((disk) => disk.refused)).toEqual([true, true]);
  expect(alerts.list()).toEqual(said);

  const carry = (file: Database) => void file.exec("INSERT INTO meta VALUES ('carried', 'v')");
  expect(databases.writable(carry)).toBe(false);
  rmSync(data);
  expect(databases.writable(carry)).toBe(true);
  databases.close();
  const after = openDatabases(data, alerts);
  expect(after.refused).toEqual({ desk: undefined, city: undefined });
  expect(after.desk.prepare('SELECT key FROM meta').pluck().all()).toEqual(['carried']);
  after.close();
});

test('streets that an older seat has kept are there at once, and read again when they come', () => {
  const older = openDatabases(folder, alerts);
  older.city.exec(`
    INSERT INTO layer (kind, id, body, digest) VALUES ('streets', '07', '{}', 'a'), ('ground', 'map', '[]', 'b');
    ALTER TABLE district DROP COLUMN shared_circuits;
    PRAGMA user_version = 6;
  `);
  older.close();
  const now = openDatabases(folder, alerts);
  expect(now.city.prepare('SELECT kind, body, digest FROM layer ORDER BY kind').all()).toEqual([
    { kind: 'ground', body: '[]', digest: 'b' },
    { kind: 'streets', body: '{}', digest: '' },
  ]);
  now.close();
});

test('a file of a newer version is no reason to begin without it', () => {
  const newer = openDatabases(folder, alerts);
  newer.desk.pragma('user_version = 99');
  newer.close();
  expect(() => openDatabases(folder, alerts)).toThrow(/newer version/);
});

test('a file found damaged while it is used is not taken for a full disk', () => {
  const databases = openDatabases(folder, alerts);
  const disk = new Disk(databases.desk, alerts);
  const damaged = new StorageError('damaged', 'desk.db', 'test');
  expect(() =>
    disk.attempt(() => {
      throw damaged;
    }),
  ).toThrow(damaged);
  expect(() => disk.attempt(() => void databases.desk.prepare('SELECT nothing'))).toThrow('nothing');
  expect(alerts.list()).toEqual([]);
  databases.close();
});

test('a file that may not be written is an alert, cleared when it may', () => {
  const databases = openDatabases(folder, alerts);
  const disk = new Disk(databases.desk, alerts);
  databases.desk.pragma('query_only = ON');
  expect(disk.attempt(() => databases.desk.exec("INSERT INTO meta VALUES ('k', 'v')"))).toBe(false);
  expect(alerts.list()).toMatchObject([{ kind: 'read-only', detail: expect.stringContaining('desk.db') }]);
  disk.probe();
  expect(alerts.list()).toHaveLength(1);
  databases.desk.pragma('query_only = OFF');
  disk.probe();
  expect(alerts.list()).toEqual([]);
  expect(databases.desk.prepare("SELECT name FROM sqlite_schema WHERE name = 'probe'").all()).toEqual([]);
  databases.close();
});

test('an alert is told once, keeps since when, and is told again when it says something else', () => {
  alerts.raise('disk-full', 'a');
  clock = 1_000;
  alerts.raise('disk-full', 'a');
  alerts.raise('disk-full', 'b');
  alerts.raise('disk-full', 'c', 'another file');
  alerts.clear('nothing');
  expect(told.map((list) => list.map(({ detail }) => detail))).toEqual([['a'], ['b'], ['b', 'c']]);
  expect(told.at(-1)?.map(({ since }) => since)).toEqual([
    '1970-01-01T00:00:00.000Z',
    '1970-01-01T00:00:01.000Z',
  ]);
  alerts.clear('disk-full');
  expect(told.at(-1)?.map(({ id }) => id)).toEqual(['another file']);
});
