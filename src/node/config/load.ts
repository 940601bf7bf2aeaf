import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ConfigError } from './error.ts';
import { describeIssues, type Origin } from './issues.ts';
import { readNamedFile } from './named-file.ts';
import { filesBeside } from './paths.ts';

type Tree = Record<string, unknown>;

export interface LoadOptions {
  readonly env?: {
    readonly vars: Readonly<Record<string, string | undefined>>;
    /** Variable → key it replaces, always as text: `{ VIGIE_MQTT_PASSWORD: 'mqtt.password' }`. */
    readonly keys: Readonly<Record<string, string>>;
  };
  /** Values for what the file leaves out; the schema may also have its own defaults. */
  readonly defaults?: Tree;
  /** Keys that name a file or a folder, relative to the configuration: `mqtt.tls.ca`. Answered in full. */
  readonly files?: readonly string[];
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(under: Tree, over: Tree): Tree {
  const merged = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isTree(below) && isTree(value) ? merge(below, value) : value;
  }
  return merged;
}

function nested([head = '', ...rest]: readonly string[], value: string): Tree {
  return { [head]: rest.length === 0 ? value : nested(rest, value) };
}

/** `null` where a whole file is empty or a key has no value reads as "left out". */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isTree(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, v]) => (v === null ? [] : [[key, withoutNulls(v)]])),
  );
}

function parse(path: string): { doc: Document; lines: LineCounter } {
  const lines = new LineCounter();
  const doc = parseDocument(readNamedFile(path), { version: '1.2', lineCounter: lines, prettyErrors: false });
  if (doc.errors.length > 0) {
    throw new ConfigError(
      doc.errors.map(({ pos: [offset], message }) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}: ${message}`;
      }),
    );
  }
  return { doc, lines };
}

/** @throws ConfigError where aliases name themselves, or each other until there is no end to it */
function plainValues(path: string | undefined, doc: Document | undefined): unknown {
  try {
    return withoutNulls(doc?.toJS() ?? {});
  } catch (cause) {
    throw new ConfigError([`${path}: its aliases (*name) refer to themselves or expand too far`], { cause });
  }
}

/**
 * Reads a program's YAML 1.2 configuration and checks it whole.
 * @param path undefined runs on defaults (and the environment) alone
 * @throws ConfigError with one line per fault: file:line:column, key, what was expected
 */
export function loadConfig<S extends z.ZodType>(
  path: string | undefined,
  schema: S,
  { env, defaults = {}, files = [] }: LoadOptions = {},
): z.output<S> {
  const file = path === undefined ? undefined : parse(path);
  const own = plainValues(path, file?.doc);
  if (!isTree(own)) throw new ConfigError([`${path}:1:1: expected keys and values, such as "port: 8080"`]);
  const origin: Origin = { path, ...file, variables: new Map() };
  let tree = merge(defaults, own);
  for (const [variable, key] of Object.entries(env?.keys ?? {})) {
    const value = env?.vars[variable];
    if (value === undefined) continue;
    tree = merge(tree, nested(key.split('.'), value));
    origin.variables.set(key, variable);
  }
  const checked = schema.safeParse(tree);
  if (checked.success) return filesBeside(path, checked.data, files);
  throw new ConfigError(describeIssues(checked.error.issues, origin), { cause: checked.error });
}
