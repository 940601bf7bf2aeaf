import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { loadConfig } from '../../node/config/load.ts';
import type { Log } from '../../node/log/log.ts';
import { StorageError } from '../../node/sqlite/errors.ts';
import { holdPlace } from '../../node/sqlite/hold.ts';
import { instant } from '../../shared/wire/time.ts';
import { readStore } from '../store/read.ts';
import { openRoomStore } from '../store/room-store.ts';
import type { Store, StorePlace } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import { throughHub } from './hand-over.ts';
import { Mapping } from './mapping.ts';
import type { City } from './plan/city.ts';
import { planImport } from './plan/plan.ts';
import type { ImportReport, Stop } from './plan/report.ts';
import { readSources } from './read/sources.ts';
import { inventoryState, type Prepared, readCity, stage } from './stage.ts';
import { takeOver } from './take-over.ts';

export interface ImportOptions {
  readonly place: StorePlace;
  /** the mapping file */
  readonly mapping: string;
  readonly dryRun: boolean;
  /** what may happen beyond the limits of the mapping */
  readonly accept: { readonly removals: boolean; readonly refusals: boolean };
  /** who gives the command, for the journal */
  readonly by: string;
  /** how long a hub that runs is waited for, ms */
  readonly waitMs: number;
  readonly now: () => number;
  readonly log: Log;
}

export interface ImportResult {
  readonly report: ImportReport;
  /** reasons that nobody has consented to; nothing is written where there are any */
  readonly stops: readonly Stop[];
  /** whether a hub that runs has taken it over, or it was written while none does; undefined where nothing is written */
  readonly written: 'byHub' | 'alone' | undefined;
  readonly ms: number;
}

const EMPTY: City = { districts: [], streets: [], cabinets: [], circuits: [], crossings: [] };

/**
 * Imports the city's inventory into the store of a hub: by the hub itself while it runs, else here; or looks what would
 * come of it. All is written in one transaction, or nothing.
 * @throws ConfigError for a mapping or a file that can't be used; ImportError where the hub does not take it; StorageError
 */
export async function runImport(options: ImportOptions): Promise<ImportResult> {
  const { place, mapping, dryRun, accept, by, now, log } = options;
  const begun = now();
  const rule = loadConfig(mapping, Mapping);
  const read = readSources(rule, dirname(mapping));
  const openStops = ({ stops }: ImportReport) =>
    stops.filter(
      ({ kind }) => !(kind === 'removed' ? accept.removals : kind === 'refused' && accept.refusals),
    );
  const result = (report: ImportReport, written: ImportResult['written']): ImportResult => ({
    report,
    stops: openStops(report),
    written,
    ms: now() - begun,
  });
  if (dryRun) {
    const stored = (await readStore(place, readCity)) ?? EMPTY;
    return result(planImport(read, stored, rule).report, undefined);
  }
  const prepare = async (db: Db): Promise<Prepared> => {
    // First: what changes while the city is read makes it another one than this says, and is found out.
    const state = await inventoryState(db);
    const before = await readCity(db);
    const { city: after, report } = planImport(read, before, rule);
    if (openStops(report).length > 0) return { report };
    return { report, staged: { id: randomUUID(), at: instant(now()), by, state, before, after, report } };
  };
  const held = await holdStore(place, log);
  if (held === undefined) {
    const prepared = await throughHub(place, prepare, options.waitMs);
    return result(prepared.report, prepared.staged === undefined ? undefined : 'byHub');
  }
  try {
    return await held.store.write(async (unit) => {
      const { report, staged } = await prepare(unit.tx);
      if (staged === undefined) return result(report, undefined);
      await stage(unit.tx, staged);
      await takeOver(unit, staged.id, now());
      await unit.tx.deleteFrom('inventory_staged').where('id', '=', staged.id).execute();
      return result(report, 'alone');
    });
  } finally {
    await held.close();
  }
}

/** Opens the store as its one program; undefined where a hub runs on it. */
async function holdStore(
  place: StorePlace,
  log: Log,
): Promise<{ readonly store: Store; readonly close: () => Promise<void> } | undefined> {
  let letGo = () => {};
  try {
    if (typeof place === 'string') letGo = holdPlace(`${place}.lock`, 0);
    const store = await openRoomStore(place, false, log);
    return { store, close: () => store.close().finally(letGo) };
  } catch (error) {
    letGo();
    if (error instanceof StorageError && (error.kind === 'locked' || error.kind === 'taken'))
      return undefined;
    throw error;
  }
}
