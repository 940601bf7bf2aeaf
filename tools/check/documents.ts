import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Findings } from './finding.ts';
import { sourceFiles } from './source-files.ts';

/** Folders whose files documents name in full: `src/hub/main.ts`. */
const NAMED = /`((?:src|tools|tests|docs|resources|bench|\.github)\/[^`\s]+)`/g;
/** `[words](place)`, not pictures: tests make them. */
const LINK = /(?<!!)\[[^\]]*\]\(([^)\s#]+)[^)]*\)/g;
/** A place that stands for many, or is elsewhere. */
const NO_FILE = /[<>{}*@…]|^\w+:/;

/**
 * Files that a document names or links to and that are not there: a map that leads nowhere is worse than none.
 * @param isThere asked with paths relative to the root
 */
export function deadPaths(
  document: string,
  text: string,
  isThere: (path: string) => boolean,
): readonly string[] {
  const named = [...text.matchAll(NAMED)].map(([, path]) => path!);
  const linked = [...text.matchAll(LINK)].map(([, path]) => path!);
  const dead = [
    ...named.filter((path) => !NO_FILE.test(path) && !isThere(path)),
    ...linked.filter((path) => !NO_FILE.test(path) && !isThere(join(dirname(document), path))),
  ];
  return [...new Set(dead)].map((path) => `${document}: ${path}: there is no such file`);
}

/** Whether README, docs and the READMEs of tools name files that exist. */
export function checkDocuments(root: string): Findings {
  const documents = [
    'README.md',
    ...['docs', 'tools'].flatMap((folder) => sourceFiles(root, folder, /\.md$/)),
  ];
  const faults = documents.flatMap((document) =>
    deadPaths(document, readFileSync(join(root, document), 'utf8'), (path) => existsSync(join(root, path))),
  );
  return { faults, looked: `${documents.length} documents` };
}
