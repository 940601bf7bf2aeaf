import { z } from 'zod';
import { ConfigError } from '../../../node/config/error.ts';
import type { BrokenRow, ReadFile, Row } from './row.ts';

export type Tree = Readonly<Record<string, unknown>>;
export const Tree: z.ZodType<Tree> = z.record(z.string(), z.unknown());

/** What Python's libraries write for an empty number, and JSON has no word for. */
const NO_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/** @throws SyntaxError */
function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/\b(?:NaN|Infinity)\b/.test(text)) throw error;
    return JSON.parse(text.replace(NO_NUMBER, (found) => (found.startsWith('"') ? found : 'null')));
  }
}

/** One JSON value a line (NDJSON; GeoJSON text sequences, RFC 8142, with their mark). */
const isLines = (text: string): boolean => /^\s*\{.*\}\s*\n\s*\{/.test(text);

/** What a file of JSON has: one value, or one a line. */
export type Parsed = { readonly whole: unknown } | { readonly lines: readonly string[] };

/** @throws ConfigError where it is neither */
export function parsed(path: string, content: string): Parsed {
  const text = content.replace(/^\uFEFF/, '').replaceAll('\u001E', '');
  if (isLines(text)) return { lines: text.split('\n').map((line) => line.trim()) };
  try {
    return { whole: parseLoosely(text) };
  } catch (cause) {
    const isOther = !/^\s*[[{]/.test(text);
    const why = isOther
      ? `it begins with « ${text.trim().slice(0, 20)} »: is its format right?`
      : (cause as Error).message;
    throw new ConfigError([`${path}: not JSON: ${why}`], { cause });
  }
}

/** The rows of a file that has one thing a line: a line that is no JSON breaks no other. */
export function eachLine(
  name: string,
  lines: readonly string[],
  row: (thing: Tree, at: string) => Row,
): ReadFile {
  const things = lines.flatMap((line, i) => {
    if (line === '') return [];
    const at = `${name}:${i + 1}`;
    try {
      return [{ at, thing: parseLoosely(line) }];
    } catch {
      return [{ at, thing: line }];
    }
  });
  return rowsOf(things, row);
}

/** The rows of a list; in one without lines of its own `#3` is the third. */
export const each = (
  name: string,
  things: readonly unknown[],
  row: (thing: Tree, at: string) => Row,
): ReadFile =>
  rowsOf(
    things.map((thing, i) => ({ at: `${name}#${i + 1}`, thing })),
    row,
  );

function rowsOf(
  things: readonly { readonly at: string; readonly thing: unknown }[],
  row: (thing: Tree, at: string) => Row,
): ReadFile {
  const rows: Row[] = [];
  const broken: BrokenRow[] = [];
  for (const { at, thing } of things) {
    const checked = Tree.safeParse(thing);
    if (checked.success) rows.push(row(checked.data, at));
    else
      broken.push({
        at,
        detail: (typeof thing === 'string' ? thing : (JSON.stringify(thing) ?? '')).slice(0, 40),
      });
  }
  return { rows, broken };
}
