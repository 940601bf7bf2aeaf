import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findApplication, readCommandLine } from './command-line.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-line-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('preloads, entry and switches on both sides of it', () => {
  const args = [
    '-r',
    '/loader.js',
    '--no-sandbox',
    '--inspect=0',
    '.',
    '--user-data-dir=/x',
    'file',
    '--',
    '--not',
  ];
  expect(readCommandLine(args)).toEqual({
    preloads: ['/loader.js'],
    entry: '.',
    switches: ['--no-sandbox', '--inspect=0', '--user-data-dir=/x'],
    wantsVersion: false,
  });
});

test('--version asks the executable, not the application', () => {
  expect(readCommandLine(['--version']).wantsVersion).toBe(true);
  expect(readCommandLine(['.', '--version']).wantsVersion).toBe(false);
});

test('a folder is run by its package.json', () => {
  writeFileSync(join(folder, 'package.json'), '{"name":"x","version":"3.2.1","main":"out/main.js"}');
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'out/main.js'), '');
  const main = join(folder, 'out/main.js');
  expect(findApplication('.', folder)).toMatchObject({
    main,
    appPath: folder,
    manifest: { version: '3.2.1' },
  });
  expect(findApplication(main, '/')).toMatchObject({ main, appPath: folder, manifest: { name: 'x' } });
});

test('what is missing is named', () => {
  expect(() => findApplication('nowhere', folder)).toThrow(join(folder, 'nowhere'));
  writeFileSync(join(folder, 'package.json'), '{"main":"out/main.js"}');
  expect(() => findApplication('.', folder)).toThrow(/out\/main\.js does not exist; is it built\?/);
});
