import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Camera } from '../../shared/camera/model.ts';
import type { CityPlan, PlanLookup } from '../plan/index.ts';
import { dictionaries, groundAreas, streetGraphs } from './inventory.ts';

/** The files that a hub imports, in the folder they were written to. */
export interface InventoryFiles {
  readonly inventory: string;
  readonly streets: string;
  readonly ground: string;
  readonly cameras: string;
}

const ndjson = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Writes what IT would import into the hub of a real city: lamps, streets, cameras; one JSON value a line. */
export function writeInventory(
  folder: string,
  plan: CityPlan,
  lookup: PlanLookup,
  cameras: readonly Camera[],
): InventoryFiles {
  mkdirSync(folder, { recursive: true });
  const files = {
    inventory: join(folder, 'lamps.ndjson'),
    streets: join(folder, 'streets.ndjson'),
    ground: join(folder, 'ground.ndjson'),
    cameras: join(folder, 'cameras.ndjson'),
  };
  writeFileSync(files.inventory, ndjson(dictionaries(plan, lookup)));
  writeFileSync(files.streets, ndjson(streetGraphs(plan, lookup)));
  writeFileSync(files.ground, ndjson(groundAreas(plan)));
  writeFileSync(files.cameras, ndjson(cameras));
  return files;
}
