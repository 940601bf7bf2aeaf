import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkBoundaries } from './boundaries.ts';

let root: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A small tree in which every import is allowed. */
const sound: Readonly<Record<string, string>> = {
  'src/shared/ids.ts': 'export const id = 1;\n',
  'src/shared/ipc/contract.ts': "export { id } from '../ids.ts';\n",
  'src/node/log/log.ts': "import { id } from '../../shared/ids.ts';\nexport const log = id;\n",
  'src/node/mqtt/link.ts': "import { connect } from 'mqtt';\nexport const link = connect;\n",
  'src/hub/main.ts': "import { log } from '../node/log/log.ts';\nexport const hub = log;\n",
  'src/city/main.ts': 'export const city = 1;\n',
  'src/preload/index.ts': "import { id } from '../shared/ipc/contract.ts';\nexport const bridge = id;\n",
  'src/main/index.ts': "import { app } from 'electron';\nexport const main = app;\n",
  'src/renderer/lib/time.ts': "import { id } from '../../shared/ids.ts';\nexport const time = id;\n",
  'src/renderer/ui/Button.tsx': "import { time } from '../lib/time.ts';\nexport const Button = time;\n",
  'src/renderer/features/map/index.ts': "export { map } from './map.ts';\n",
  'src/renderer/features/map/map.ts':
    "import type { Map } from 'leaflet';\nimport { Button } from '../../ui/Button.tsx';\nexport const map: [Map?, number?] = [undefined, Button];\n",
  'src/renderer/features/desk/desk.ts': "import { map } from '../map/index.ts';\nexport const desk = map;\n",
  'src/renderer/app/main.tsx': "import { desk } from '../features/desk/desk.ts';\nexport const app = desk;\n",
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigie-check-'));
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(sound)) write(path, text);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a tree in order passes, and every file of it was read', async () => {
  expect(await checkBoundaries(root)).toEqual({ faults: [], looked: `${Object.keys(sound).length} files` });
});

describe('a planted import is found', () => {
  test.each([
    ['src/shared/x.ts', "import '../node/log/log.ts';", 'shared imports only itself'],
    [
      'src/shared/x.ts',
      "import type { log } from '../node/log/log.ts';\nexport type X = typeof log;",
      'shared imports only',
    ],
    ['src/shared/x.ts', "import 'node:fs';", 'shared and renderer know no Node'],
    ['src/renderer/lib/x.ts', "import 'node:fs';", 'shared and renderer know no Node'],
    ['src/node/x.ts', "import '../hub/main.ts';", 'node imports only itself, shared'],
    ['src/hub/x.ts', "import '../city/main.ts';", 'hub imports only'],
    ['src/hub/x.ts', "await import('../city/main.ts');", 'hub imports only'],
    ['src/seat/x.ts', "import '../main/index.ts';", 'seat imports only'],
    ['src/seat/x.ts', "import 'electron';", 'only main and preload import electron'],
    ['src/preload/x.ts', "import '../shared/ids.ts';", 'preload imports only itself, shared/ipc'],
    ['src/renderer/x.ts', "import '../node/log/log.ts';", 'renderer imports only itself, shared'],
    ['src/renderer/lib/x.ts', "import '../ui/Button.tsx';", 'renderer/lib imports only itself'],
    ['src/renderer/ui/x.ts', "import '../features/map/index.ts';", 'renderer/ui imports only'],
    ['src/renderer/features/desk/x.ts', "import '../../app/main.tsx';", 'renderer/features imports only'],
    ['src/renderer/features/desk/x.ts', "import '../map/map.ts';", 'only through its index.ts'],
    ['src/renderer/features/desk/x.ts', "import 'leaflet';", 'only renderer/features/map imports leaflet'],
    [
      'src/renderer/features/wall/x.ts',
      "import 'hls.js';",
      'only renderer/features/wall/player imports hls.js',
    ],
    ['src/hub/x.ts', "import 'mqtt';", 'only node/mqtt imports mqtt'],
    [
      'src/hub/x.ts',
      "import type D from 'better-sqlite3';\nexport type X = D.Database;",
      'only node/sqlite imports',
    ],
    ['src/hub/x.ts', "import 'react';", 'only the renderer imports react'],
    ['src/hub/x.ts', "import './y.ts';", 'every import resolves'],
    ['src/hub/x.ts', "import '../../tests/support/broker.ts';", 'does not import tests'],
  ])('%s: %s', async (path, text, rule) => {
    write('tests/support/broker.ts', 'export {};\n');
    write(path, `${text}\n`);
    const { faults } = await checkBoundaries(root);
    expect(faults.filter((fault) => fault.startsWith(path) && fault.includes(rule))).not.toEqual([]);
  });

  test('a cycle, of types too', async () => {
    write('src/hub/a.ts', "import type { B } from './b.ts';\nexport type A = B;\n");
    write('src/hub/b.ts', "import type { A } from './a.ts';\nexport type B = A;\n");
    const { faults } = await checkBoundaries(root);
    expect(faults.join('\n')).toMatch(/hub\/a\.ts → .*hub\/b\.ts.*: no cycles/);
  });
});

describe('a check that has not read all', () => {
  test('fails when files are left out', async () => {
    const { faults } = await checkBoundaries(root, { exclude: '^src/hub/' });
    expect(faults).toEqual([
      `only ${Object.keys(sound).length - 1} of ${Object.keys(sound).length} files were read; not: src/hub/main.ts`,
    ]);
  });

  test('fails when there is nothing to read', async () => {
    rmSync(join(root, 'src'), { recursive: true });
    expect((await checkBoundaries(root)).faults).toEqual(['no source files found under src/']);
  });
});
