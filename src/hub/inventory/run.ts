import { dirname } from 'node:path';
import { loadConfig } from '../../node/config/load.ts';
import type { Log } from '../../node/log/log.ts';
import { exitCodes, PlainError } from '../../node/process/plain-error.ts';
import { StorageError } from '../../node/sqlite/errors.ts';
import { holdPlace } from '../../node/sqlite/hold.ts';
import { instant } from '../../shared/wire/time.ts';
import { readStore } from '../store/read.ts';
import { openRoomStore } from '../store/room-store.ts';
import type { Store, StorePlace } from '../store/store.ts';
import { keepCity, readCity } from './keep.ts';
import { Mapping } from './mapping.ts';
import type { City } from './plan/city.ts';
import { planImport } from './plan/plan.ts';
import type { ImportReport, Stop } from './plan/report.ts';
import { readSources } from './read/sources.ts';

/** The import is not carried out, though its files can be read. */
export class ImportError extends PlainError {
  override readonly name = 'ImportError';
  constructor(lines: readonly string[], options?: ErrorOptions) {
    super(exitCodes.storage, lines, options);
  }
}

const RUNS =
  'the hub runs on this store: stop it, import, and start it again; its seats work on meanwhile. --dry-run can be done while it runs';

export interface ImportOptions {
  readonly place: StorePlace;
  /** the mapping file */
  readonly mapping: string;
  readonly dryRun: boolean;
  /** what may happen beyond the limits of the mapping */
  readonly accept: { readonly removals: boolean; readonly refusals: boolean };
  readonly now: () => number;
  readonly log: Log;
}

export interface ImportResult {
  readonly report: ImportReport;
  /** reasons that nobody has consented to; nothing is written where there are any */
  readonly stops: readonly Stop[];
  readonly written: boolean;
  readonly ms: number;
}

const EMPTY: City = { districts: [], streets: [], cabinets: [], circuits: [] };

/**
 * Imports the city's inventory into the store of a hub that does not run, or looks what would come of it, which it may
 * do while it runs. All is written in one transaction, or nothing.
 * @throws ConfigError for a mapping or a file that can't be used; ImportError while the hub runs; StorageError
 */
export async function runImport({
  place,
  mapping,
  dryRun,
  accept,
  now,
  log,
}: ImportOptions): Promise<ImportResult> {
  const begun = now();
  const rule = loadConfig(mapping, Mapping);
  const read = readSources(rule, dirname(mapping));
  const plan = (stored: City) => planImport(read, stored, rule);
  const open = (stops: readonly Stop[]) =>
    stops.filter(
      ({ kind }) => !(kind === 'removed' ? accept.removals : kind === 'refused' && accept.refusals),
    );
  const result = (report: ImportReport, written: boolean): ImportResult => ({
    report,
    stops: open(report.stops),
    written,
    ms: now() - begun,
  });
  if (dryRun) return result(plan((await readStore(place, readCity)) ?? EMPTY).report, false);

  const { store, close } = await holdStore(place, log);
  try {
    return await store.write(async (unit) => {
      const stored = await readCity(unit.tx);
      const { city, report } = plan(stored);
      if (open(report.stops).length > 0) return result(report, false);
      await keepCity(unit, stored, city, report, instant(now()));
      return result(report, true);
    });
  } finally {
    await close();
  }
}

/** Opens the store as its one program. */
async function holdStore(
  place: StorePlace,
  log: Log,
): Promise<{ readonly store: Store; readonly close: () => Promise<void> }> {
  let letGo = () => {};
  try {
    if (typeof place === 'string') letGo = holdPlace(`${place}.lock`);
    const store = await openRoomStore(place, false, log);
    return { store, close: () => store.close().finally(letGo) };
  } catch (error) {
    letGo();
    const isHeld = error instanceof StorageError && (error.kind === 'locked' || error.kind === 'taken');
    if (isHeld) throw new ImportError([RUNS], { cause: error });
    throw error;
  }
}
