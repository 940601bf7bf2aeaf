import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, PlainError } from '../../node/process/plain-error.ts';
import type { Camera } from '../../shared/camera/model.ts';
import type { CityPlan, PlanLookup } from '../plan/index.ts';
import { cabinets, crossings, dictionaries, groundAreas, landmarks, streetGraphs } from './inventory.ts';

/** The files that a hub imports, in the folder they were written to. */
export interface InventoryFiles {
  readonly inventory: string;
  readonly cabinets: string;
  readonly crossings: string;
  readonly streets: string;
  readonly ground: string;
  readonly landmarks: string;
  readonly cameras: string;
}

/** The folder of the inventory takes nothing: not writable, a file in its place, no space … */
export class InventoryError extends PlainError {
  override readonly name = 'InventoryError';

  constructor(folder: string, cause: unknown) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'no space is left' : (code ?? message);
    super(exitCodes.storage, [`the inventory can't be written to ${folder} (${why}): see inventory`], {
      cause,
    });
  }
}

const ndjson = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/**
 * Writes what IT would import into the hub of a real city: lamps, cabinets, streets, cameras; one JSON value a line.
 * @param year the one that runs
 * @throws InventoryError
 */
export function writeInventory(
  folder: string,
  plan: CityPlan,
  lookup: PlanLookup,
  cameras: readonly Camera[],
  year: number,
): InventoryFiles {
  const files = {
    inventory: join(folder, 'lamps.ndjson'),
    cabinets: join(folder, 'cabinets.ndjson'),
    crossings: join(folder, 'crossings.ndjson'),
    streets: join(folder, 'streets.ndjson'),
    ground: join(folder, 'ground.ndjson'),
    landmarks: join(folder, 'landmarks.ndjson'),
    cameras: join(folder, 'cameras.ndjson'),
  };
  const rows = [
    [files.inventory, dictionaries(plan, lookup, year)],
    [files.cabinets, cabinets(plan, lookup)],
    [files.crossings, crossings(plan, lookup)],
    [files.streets, streetGraphs(plan, lookup)],
    [files.ground, groundAreas(plan)],
    [files.landmarks, landmarks(plan, lookup)],
    [files.cameras, cameras],
  ] as const;
  try {
    mkdirSync(folder, { recursive: true });
    for (const [path, entries] of rows) writeFileSync(path, ndjson(entries));
  } catch (error) {
    throw new InventoryError(folder, error);
  }
  return files;
}
