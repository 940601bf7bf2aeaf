import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdPlace } from './hold.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-hold-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another process that holds the place, and says so. */
async function other(path: string) {
  const code = `import { holdPlace } from ${JSON.stringify(join(import.meta.dirname, 'hold.ts'))};
    holdPlace(${JSON.stringify(path)}); console.log('held'); setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  return child;
}

test('one process at a time holds a place, and a killed one holds nothing', async () => {
  const path = join(folder, 'deep', 'engine.lock');
  const child = await other(path);
  expect(() => holdPlace(path)).toThrow(/is locked by another process/);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const release = holdPlace(path);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['engine.lock']);
  release();
  holdPlace(path)();
});

test('where no file can be made nothing is held', () => {
  writeFileSync(join(folder, 'file'), '');
  holdPlace(join(folder, 'file', 'engine.lock'))();
});
