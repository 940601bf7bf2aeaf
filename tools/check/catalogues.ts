import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Findings } from './finding.ts';
import { frenchSpacingFault, type Message, readMessage } from './messages.ts';
import { sourceFiles } from './source-files.ts';

type Catalogue = Readonly<Record<string, string>>;

/** Ids as they stand in code: whole, or the fixed beginning of one made up at run time. */
interface Used {
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  /** Where an id is asked for by name, so that it must exist. */
  readonly asked: ReadonlyMap<string, string>;
}

function usedIn(root: string): Used {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  const asked = new Map<string, string>();
  const files = sourceFiles(root, 'src', /\.tsx?$/).filter(
    (path) => !path.startsWith('src/shared/i18n/') && !/\.test\.tsx?$/.test(path),
  );
  for (const path of files) {
    const text = readFileSync(join(root, path), 'utf8');
    for (const [, id] of text.matchAll(/['"`]([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+)['"`]/g)) whole.add(id!);
    for (const [, start] of text.matchAll(/`([a-z][A-Za-z0-9]*\.[A-Za-z0-9.]*)\$\{/g))
      beginnings.push(start!);
    if (!/^src\/(renderer|main)\//.test(path)) continue;
    for (const [, id] of text.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)) asked.set(id!, path);
    for (const [, id] of text.matchAll(/<(?:T|FormattedMessage)\s[^>]*?\bid=['"]([^'"]+)['"]/g))
      asked.set(id!, path);
  }
  return { whole, beginnings, asked };
}

function messagesOf(language: string, catalogue: Catalogue, faults: string[]): ReadonlyMap<string, Message> {
  const messages = new Map<string, Message>();
  for (const [id, text] of Object.entries(catalogue)) {
    try {
      messages.set(id, readMessage(text));
    } catch (error) {
      faults.push(`${language} ${id}: not an ICU message: ${error instanceof Error ? error.message : error}`);
    }
  }
  return messages;
}

/** Compares the two languages with each other and with what the code asks for. */
export function compareCatalogues(fr: Catalogue, en: Catalogue, used: Used): readonly string[] {
  const faults: string[] = [];
  const [french, english] = [messagesOf('fr', fr, faults), messagesOf('en', en, faults)];
  for (const id of Object.keys(fr)) {
    if (!(id in en)) faults.push(`en ${id}: missing`);
    if (!used.whole.has(id) && !used.beginnings.some((start) => id.startsWith(start))) {
      faults.push(`${id}: used nowhere`);
    }
  }
  for (const id of Object.keys(en)) if (!(id in fr)) faults.push(`fr ${id}: missing`);
  for (const [id, path] of used.asked)
    if (!(id in fr)) faults.push(`${path}: asks for ${id}, which no catalogue has`);
  for (const [id, { args, literals }] of french) {
    const other = english.get(id)?.args;
    if (other && other.join() !== args.join()) {
      faults.push(`${id}: arguments differ: fr ${args.join(' ') || 'none'}, en ${other.join(' ') || 'none'}`);
    }
    const wrong = literals.map(frenchSpacingFault).find((fault) => fault !== undefined);
    if (wrong !== undefined) faults.push(`fr ${id}: no fixed space at « ${wrong} »`);
  }
  return faults;
}

/** Checks the catalogues as the console gets them, after the French spaces have been set. */
export async function checkCatalogues(root: string): Promise<Findings> {
  const index = join(root, 'src/shared/i18n/index.ts');
  const { catalogues } = (await import(pathToFileURL(index).href)) as {
    catalogues: Record<'fr' | 'en', Catalogue>;
  };
  const { fr, en } = catalogues;
  const faults = compareCatalogues(fr, en, usedIn(root));
  const count = Object.keys(fr).length;
  return {
    faults: count === 0 ? ['the French catalogue is empty', ...faults] : faults,
    looked: `${count} messages`,
  };
}
