import { readFileSync } from 'node:fs';
import { ConfigError } from './error.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this account may not read it',
  EISDIR: 'it is a folder, not a file',
};

/** Windows' editors begin UTF-8 with it; no reader of JSON or YAML wants it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Reads a file that a configuration or a command line names.
 * @param key of the configuration that names it
 * @throws ConfigError where it can't be read
 */
export const readNamedFile = (path: string, key?: string): string =>
  readNamedBytes(path, key).toString('utf8').replace(BYTE_ORDER_MARK, '');

/** The same as it is, for files that say themselves what they are. @throws ConfigError where it can't be read */
export function readNamedBytes(path: string, key?: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const said = reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? String(error);
    const named = key === undefined ? '' : ` (named by ${key})`;
    throw new ConfigError([`${path}: ${said}${named}`], { cause: error });
  }
}
