import { type Document, isMap, isNode, isScalar, type LineCounter } from 'yaml';
import type { z } from 'zod';

/** Where the values came from, to name the place of a fault. */
export interface Origin {
  readonly path: string | undefined;
  readonly doc?: Document;
  readonly lines?: LineCounter;
  /** Dotted key → environment variable that gave its value. */
  readonly variables: Map<string, string>;
}

type Path = readonly PropertyKey[];

/** `brokers[0].url` */
function dotted(path: Path): string {
  return path.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `${text && '.'}${String(key)}`),
    '',
  );
}

/** Offset of the key itself, or of the nearest part of its path that is in the file. */
function offsetOf(doc: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? doc.contents : doc.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const key = parent.items.find(({ key: k }) => isScalar(k) && k.value === last)?.key;
      if (isScalar(key) && key.range) return key.range[0];
    }
    const node = doc.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function place(path: Path, { path: file, doc, lines, variables }: Origin): string {
  const variable = variables.get(dotted(path));
  if (variable !== undefined) return `environment variable ${variable}`;
  if (file === undefined || !doc || !lines) return 'configuration';
  const { line, col } = lines.linePos(offsetOf(doc, path));
  return `${file}:${line}:${col}`;
}

function linesFor(issue: z.core.$ZodIssue, origin: Origin): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return `${place(path, origin)}: ${dotted(path)}: unknown key`;
    });
  }
  const missing = issue.code === 'invalid_type' && /received undefined$/.test(issue.message);
  const said = missing
    ? `missing; expected ${issue.expected}`
    : issue.message.replace(/^(Invalid|Too) \w+: /, '');
  const at = place(issue.path, origin);
  return [issue.path.length === 0 ? `${at}: ${said}` : `${at}: ${dotted(issue.path)}: ${said}`];
}

/** One line per fault. Never quotes a value: it may be a password. */
export function describeIssues(issues: readonly z.core.$ZodIssue[], origin: Origin): readonly string[] {
  return issues.flatMap((issue) => linesFor(issue, origin));
}
