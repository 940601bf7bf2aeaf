import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../node/config/error.ts';
import { loadConfig } from '../../node/config/load.ts';
import { type Procedure, ProcedureFile } from '../../shared/procedure/model.ts';

/** What one file says, or why it can't be used: complete lines for whoever edits it. */
export type ReadFile = { readonly file: string } & (
  | { readonly procedure: Procedure }
  | { readonly faults: readonly string[] }
);

/** Procedures that come with the program. */
export const SHIPPED = join(import.meta.dirname, '../../../resources/procedures');

const isProcedure = (name: string): boolean => /\.ya?ml$/.test(name) && !name.startsWith('.');

/**
 * Reads the procedures of a folder, in the order of their names: one file, one procedure.
 * @throws ConfigError where the folder itself can't be read
 */
export function readFolder(folder: string): readonly ReadFile[] {
  const files = namesIn(folder).map((file) => readOne(folder, file));
  const first = new Map<string, string>();
  return files.map((read) => {
    if (!('procedure' in read)) return read;
    const { id } = read.procedure;
    const other = first.get(id);
    if (other === undefined) first.set(id, read.file);
    return other === undefined
      ? read
      : { file: read.file, faults: [`${read.file}: id: ${id} stands in ${other} already`] };
  });
}

/** Changes when any file does; undefined where the folder can't be read. */
export function stateOf(folder: string): string | undefined {
  try {
    return namesIn(folder)
      .map((name) => {
        const { mtimeMs, size } = statSync(join(folder, name));
        return `${name} ${mtimeMs} ${size}`;
      })
      .join('\n');
  } catch {
    return undefined; // gone between two looks: the next one tells
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(isProcedure).toSorted();
  } catch (cause) {
    throw new ConfigError(
      [`${folder}: the folder of procedures can't be read: ${(cause as Error).message}`],
      {
        cause,
      },
    );
  }
}

function readOne(folder: string, file: string): ReadFile {
  const path = join(folder, file);
  try {
    return { file, procedure: loadConfig(path, ProcedureFile) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { file, faults: error.lines.map((line) => line.replace(path, file)) };
  }
}
