import { dirname, resolve } from 'node:path';

type Tree = Readonly<Record<string, unknown>>;

/** What may stand in place of a file: a database on a server. */
const ADDRESS = /^[a-z]+:\/\//;

function resolved(value: unknown, [key, ...rest]: readonly string[], folder: string): unknown {
  if (key === undefined)
    return typeof value === 'string' && !ADDRESS.test(value) ? resolve(folder, value) : value;
  if (typeof value !== 'object' || value === null || !(key in value)) return value;
  return { ...value, [key]: resolved((value as Tree)[key], rest, folder) };
}

/**
 * Names of files in a configuration are relative to the configuration itself, in every program: a service has no
 * working folder that whoever edits the file would know.
 * @param path of the configuration; the working folder where there is none
 * @param keys dotted, those that name a file or a folder
 */
export function filesBeside<C>(path: string | undefined, config: C, keys: readonly string[]): C {
  const folder = path === undefined ? '.' : dirname(path);
  return keys.reduce<unknown>((whole, key) => resolved(whole, key.split('.'), folder), config) as C;
}
