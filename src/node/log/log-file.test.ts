import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LogFile } from './log-file.ts';

let folder: string;
let path: string;
let clock: number;
const now = () => clock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-log-'));
  path = join(folder, 'logs', 'vigie.log');
  clock = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const text = (file = path) => readFileSync(file, 'utf8');

test('lines are on disk at once, after those of the last run', () => {
  new LogFile(path).write('one\n');
  const log = new LogFile(path);
  log.write('deux, été\n');
  expect(text()).toBe('one\ndeux, été\n');
});

test('it never grows beyond its limit, and one previous is kept', () => {
  const log = new LogFile(path, { limit: 100 });
  for (let n = 100; n < 150; n++) {
    log.write(`line été ${n}\n`);
    expect(statSync(path).size).toBeLessThanOrEqual(100);
  }
  const previous = join(folder, 'logs', 'vigie.previous.log');
  expect(readdirSync(join(folder, 'logs')).toSorted()).toEqual(['vigie.log', 'vigie.previous.log']);
  const lines = `${text(previous)}${text()}`.trim().split('\n');
  expect(lines).toEqual(lines.map((_, i) => `line été ${150 - lines.length + i}`));
  expect(lines.length).toBeGreaterThan(6);
  new LogFile(path, { limit: 10 }).write('new\n');
  expect(text()).toBe('new\n');
});

test('one line longer than the limit is written whole', () => {
  const log = new LogFile(path, { limit: 5 });
  log.write('longer than that\n');
  log.write('b\n');
  expect(text()).toBe('b\n');
});

test('a disk that takes nothing does not hurt, and is said once it does', () => {
  // a file in the place of its folder, as no rights or no room
  writeFileSync(join(folder, 'logs'), '');
  const log = new LogFile(path, { now });
  log.write('a\n');
  rmSync(join(folder, 'logs'));
  log.write('b\n'); // not tried: too soon
  expect(readdirSync(folder)).toEqual([]);
  clock = 30_000;
  log.write('c\n');
  log.write('d\n');
  expect(text()).toBe('2 lines could not be written here\nc\nd\n');
});

// Every file system of Linux answers ENOSPC there.
test.skipIf(process.platform !== 'linux')('a full disk does not hurt', () => {
  const log = new LogFile('/dev/full', { now });
  expect(() => log.write('a\n')).not.toThrow();
});

test('a previous that can not be replaced does not stop the log', () => {
  const log = new LogFile(path, { limit: 10 });
  log.write('12345678\n');
  const previous = join(folder, 'logs', 'vigie.previous.log');
  mkdirSync(previous);
  writeFileSync(join(previous, 'in the way'), '');
  log.write('next\n');
  expect(text()).toBe('next\n');
});
