import type { Procedure } from '../../shared/procedure/model.ts';
import type { ReadFile } from './read-folder.ts';

/** A version that was in force once, and the file it came from. */
export interface KeptProcedure {
  readonly file: string;
  readonly procedure: Procedure;
}

export interface Weighed {
  readonly current: readonly Procedure[];
  /** of those the ones that are not kept yet */
  readonly fresh: readonly KeptProcedure[];
  readonly refused: readonly { readonly file: string; readonly faults: readonly string[] }[];
}

/**
 * What is in force by these files. A version is said once: a file that says something else under the same number, or
 * a number that was passed already, is refused, for tickets follow what was said. What is refused leaves in force
 * what its file said last; a file that is no more takes its procedure with it.
 * @param files what was read, or why the folder could not be: then all that was in force stays
 * @param kept every version that there was
 */
export function weigh(
  files: readonly ReadFile[] | { readonly faults: readonly string[] },
  kept: readonly KeptProcedure[],
): Weighed {
  if ('faults' in files) {
    const names = [...new Set(kept.map(({ file }) => file))];
    const current = names.flatMap((file) => lastOf(file, kept) ?? []);
    return { current, fresh: [], refused: [{ file: '.', faults: files.faults }] };
  }
  const current = new Map<string, Procedure>();
  const fresh: KeptProcedure[] = [];
  const refused: { file: string; faults: readonly string[] }[] = [];
  for (const read of files) {
    const { file } = read;
    const faults = 'faults' in read ? read.faults : faultsOf(file, read.procedure, kept);
    if ('procedure' in read && faults.length === 0) {
      current.set(read.procedure.id, read.procedure);
      const isKnown = kept.some(({ procedure }) => isSame(procedure, read.procedure));
      if (!isKnown) fresh.push({ file, procedure: read.procedure });
      continue;
    }
    refused.push({ file, faults });
  }
  for (const { file } of refused) {
    const last = lastOf(file, kept);
    if (last !== undefined && !current.has(last.id)) current.set(last.id, last);
  }
  return { current: [...current.values()], fresh, refused };
}

const isSame = (a: Procedure, b: Procedure): boolean => a.id === b.id && a.version === b.version;

function faultsOf(file: string, procedure: Procedure, kept: readonly KeptProcedure[]): readonly string[] {
  const { id, version } = procedure;
  const versions = kept.map((one) => one.procedure).filter((one) => one.id === id);
  const latest = Math.max(0, ...versions.map((one) => one.version));
  const said = versions.find((one) => one.version === version);
  if (version < latest) return [`${file}: version: ${version} was followed by ${latest}: say ${latest + 1}`];
  if (said !== undefined && JSON.stringify(said) !== JSON.stringify(procedure))
    return [`${file}: version: ${version} said something else before: say ${latest + 1}`];
  return [];
}

/** What a file said last. */
const lastOf = (file: string, kept: readonly KeptProcedure[]): Procedure | undefined =>
  kept
    .filter((one) => one.file === file)
    .map(({ procedure }) => procedure)
    .toSorted((a, b) => b.version - a.version)[0];
