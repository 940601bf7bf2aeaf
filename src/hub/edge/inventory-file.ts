import type { z } from 'zod';
import { ConfigError } from '../../node/config/error.ts';
import { readNamedFile } from '../../node/config/named-file.ts';

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigError([`${where}: not JSON: ${(error as Error).message}`], { cause: error });
  }
}

/** A JSON array, or one JSON value per line (NDJSON), by what the file begins with. */
function entries(path: string, text: string): readonly { where: string; value: unknown }[] {
  if (text.trimStart().startsWith('[')) {
    const whole = parse(text, path) as unknown[];
    return whole.map((value, i) => ({ where: `${path}: entry ${i + 1}`, value }));
  }
  return text
    .split('\n')
    .map((line, i) => ({ line, where: `${path}:${i + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, where }) => ({ where, value: parse(line, where) }));
}

/**
 * Reads an inventory file: a JSON array or NDJSON, each entry checked.
 * @param key of the configuration, named where the file can't be read
 * @throws ConfigError with one line for each of the first faults: place, field, what was expected
 */
export function readEntries<S extends z.ZodType>(
  path: string,
  key: string,
  schema: S,
): readonly z.output<S>[] {
  const faults: string[] = [];
  const good: z.output<S>[] = [];
  for (const { where, value } of entries(path, readNamedFile(path, key))) {
    const checked = schema.safeParse(value);
    if (checked.success) good.push(checked.data);
    else
      for (const issue of checked.error.issues.slice(0, 3))
        faults.push(`${where}: ${issue.path.join('.')}: ${issue.message}`);
    if (faults.length >= 10) break;
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return good;
}
