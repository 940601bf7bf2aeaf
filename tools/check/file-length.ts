import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Findings } from './finding.ts';
import { sourceFiles } from './source-files.ts';

const most = 300;
const worthALook = 250;
const reason = /Why so long:/;

/** No own file over 300 lines without a line `Why so long: …` in it; those over 250 are named. */
export function checkFileLength(root: string): Findings {
  const files = ['src', 'tests', 'tools', 'bench'].flatMap((folder) =>
    sourceFiles(root, folder, /\.(ts|tsx|mjs|cjs|js|css|html|sql|sh)$/),
  );
  const measured = files.map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, lines: text.split('\n').length - 1, excused: reason.test(text) };
  });
  const long = measured.filter(({ lines, excused }) => lines > most && !excused);
  const longish = measured.filter(({ lines }) => lines > worthALook).sort((a, b) => b.lines - a.lines);
  return {
    faults: long.map(({ path, lines }) => `${path}: ${lines} lines; split it, or say in it "Why so long: …"`),
    notes: longish.map(({ path, lines }) => `${path}: ${lines} lines`),
    looked: `${files.length} files`,
  };
}
