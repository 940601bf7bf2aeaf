import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkInstaller, installerFaults } from './installer.ts';

const root = join(import.meta.dirname, '../..');
const yaml = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
const scheme = readFileSync(join(root, 'node_modules/app-builder-lib/scheme.json'), 'utf8');

test('the description that we ship fits', () => expect(checkInstaller(root).faults).toEqual([]));

test('of out/ only what is built for the application is packed', () => {
  const { files } = parse(yaml) as { files: readonly string[] };
  expect(files.filter((pattern) => /out|^\*/.test(pattern))).toEqual([
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
  ]);
});

test('an unknown key, a wrong value and an unsaid fuse are named', () => {
  expect(installerFaults(yaml.replace('npmRebuild:', 'npmRebuilt:'), scheme)).not.toEqual([]);
  expect(installerFaults(yaml.replace('perMachine: true', 'perMachine: maybe'), scheme).join()).toContain(
    '/nsis/perMachine',
  );
  expect(installerFaults(yaml.replace('  runAsNode: false\n', ''), scheme)).toEqual([
    '/electronFuses/runAsNode: is not said',
  ]);
});
