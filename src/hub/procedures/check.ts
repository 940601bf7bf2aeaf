import { ConfigError } from '../../node/config/error.ts';
import { readFolder, SHIPPED } from './read-folder.ts';

/**
 * Reads all procedures of a folder, as a hub would, for who writes them.
 * @throws ConfigError with every fault, one line each
 */
export function checkProcedures(folder = SHIPPED): { readonly folder: string; readonly procedures: number } {
  const files = readFolder(folder);
  const faults = files.flatMap((read) => ('faults' in read ? read.faults : []));
  if (faults.length > 0) throw new ConfigError(faults);
  return { folder, procedures: files.length };
}
