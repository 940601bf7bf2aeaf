import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const skipped = new Set(['node_modules', 'out', 'release', 'results']);

/**
 * Own source files under a folder, relative to `root` with forward slashes, sorted.
 * @param kinds how their names end
 */
export function sourceFiles(root: string, folder: string, kinds: RegExp): readonly string[] {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(join(root, folder));
  } catch {
    return [];
  }
  return entries
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourceFiles(root, path, kinds);
      return kinds.test(entry.name) ? [path] : [];
    })
    .sort();
}

const readEntries = (path: string) => readdirSync(path, { withFileTypes: true });
