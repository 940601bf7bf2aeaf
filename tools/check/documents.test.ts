import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDocuments, deadPaths } from './documents.ts';

test('documents of this tree name files that exist, and there are some', () => {
  const { faults, looked } = checkDocuments(join(import.meta.dirname, '../..'));
  expect(faults).toEqual([]);
  expect(Number.parseInt(looked ?? '', 10)).toBeGreaterThan(20);
});

test('a file that is gone is named, by path and by link; patterns, pictures and places elsewhere are not', () => {
  const text = [
    'See `src/hub/here.ts`, `src/hub/gone.ts` and `src/*/tsconfig.json`.',
    '[a](there.md) [b](../lost.md#part) [c](https://example.org/x) ![d](made-by-tests.png)',
  ].join('\n');
  const there = new Set(['src/hub/here.ts', 'docs/a/there.md']);
  expect(deadPaths('docs/a/page.md', text, (path) => there.has(path.replaceAll('\\', '/')))).toEqual([
    'docs/a/page.md: src/hub/gone.ts: there is no such file',
    'docs/a/page.md: ../lost.md: there is no such file',
  ]);
});
