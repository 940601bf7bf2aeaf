import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFileLength } from './file-length.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigie-length-'));
  mkdirSync(join(root, 'src'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (name: string, lines: number, first = '// x') =>
  writeFileSync(join(root, 'src', name), `${first}\n${'// x\n'.repeat(lines - 1)}`);

test('over 300 lines need a reason; over 250 are named', () => {
  write('short.ts', 250);
  write('longish.ts', 300);
  write('long.ts', 301);
  write('excused.ts', 400, '// Why so long: one table.');
  const { faults, notes, looked } = checkFileLength(root);
  expect(faults).toEqual(['src/long.ts: 301 lines; split it, or say in it "Why so long: …"']);
  expect(notes).toEqual(['src/excused.ts: 400 lines', 'src/long.ts: 301 lines', 'src/longish.ts: 300 lines']);
  expect(looked).toBe('4 files');
});
