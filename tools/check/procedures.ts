import { readFolder, SHIPPED } from '../../src/hub/procedures/read-folder.ts';
import type { Findings } from './finding.ts';

/** Whether a hub would take every procedure that comes with it. */
export function checkProcedures(): Findings {
  const files = readFolder(SHIPPED);
  const faults = files.flatMap((read) => ('faults' in read ? read.faults : []));
  return {
    faults: files.length === 0 ? ['no procedure found'] : faults,
    looked: `${files.length} procedures`,
  };
}
