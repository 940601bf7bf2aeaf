import { writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { resolve } from 'node:path';
import { ConfigError } from '../../node/config/error.ts';
import type { Log } from '../../node/log/log.ts';
import { instant } from '../../shared/wire/time.ts';
import { type HubConfig, placeOf } from '../config.ts';
import { reportText } from './report/text.ts';
import { type ImportResult, runImport } from './run.ts';

/** What the command line says of an import. */
export interface ImportFlags {
  readonly mapping: string;
  readonly dryRun: boolean;
  /** file for the report for machines */
  readonly report: string | undefined;
  readonly acceptRemovals: boolean;
  readonly acceptRefusals: boolean;
}

/** How long a hub that runs may take to take an import over, ms: it looks each second. */
const HUB_MS = 60_000;

/** Who gives the command: the account, and the machine. */
function whoAsks(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // An account without an entry of its own, as in containers.
    return `uid ${process.getuid?.() ?? '?'}@${hostname()}`;
  }
}

/**
 * The hub's command `--import`: its report goes to `write`, in the language of the room.
 * @returns whether it was carried out, or would be
 * @throws ConfigError, ImportError, StorageError
 */
export async function importCommand(
  config: HubConfig,
  flags: ImportFlags,
  log: Log,
  write: (text: string) => void,
): Promise<boolean> {
  for (const key of ['inventory', 'cabinets', 'streets'] as const)
    if (config[key] !== undefined)
      throw new ConfigError([
        `the configuration names a file under ${key}, which the hub reads at each start in place of what is imported: remove the key`,
      ]);
  const { dryRun } = flags;
  const result = await runImport({
    place: placeOf(config),
    mapping: resolve(flags.mapping),
    dryRun,
    accept: { removals: flags.acceptRemovals, refusals: flags.acceptRefusals },
    by: whoAsks(),
    waitMs: HUB_MS,
    now: Date.now,
    log,
  });
  if (flags.report !== undefined) writeReport(resolve(flags.report), result, dryRun);
  write(reportText(result, dryRun, config.locale));
  return result.stops.length === 0;
}

function writeReport(path: string, { report, stops, written, ms }: ImportResult, dryRun: boolean): void {
  const how = { written: written !== undefined, ...(written !== undefined && { writtenBy: written }) };
  const whole = { v: 1, at: instant(Date.now()), dryRun, ...how, ms, ...report, stops };
  try {
    writeFileSync(path, `${JSON.stringify(whole, null, 1)}\n`);
  } catch (cause) {
    throw new ConfigError([`${path}: the report can't be written: ${(cause as Error).message}`], { cause });
  }
}
