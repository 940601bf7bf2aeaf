import type { Log } from '../node/log/log.ts';
import type { Camera } from '../shared/camera/model.ts';
import type { Ground } from '../shared/geo/ground.ts';
import type { CameraId } from '../shared/ids.ts';
import type { Instant } from '../shared/wire/time.ts';
import { importPeople, type People } from './accounts/people.ts';
import { importCameras } from './cameras/catalogue.ts';
import type { HubConfig } from './config.ts';
import { readGround } from './ground.ts';
import { type Inventory, importInventory } from './lighting/inventory.ts';
import type { Store } from './store/store.ts';

/** What the room is, as its configuration and inventory files say. */
export interface Imported {
  readonly people: People;
  readonly inventory: Inventory;
  readonly cameras: ReadonlyMap<CameraId, Camera>;
  readonly ground: Ground | undefined;
}

/**
 * Brings the store to what the files say; what a file has that can't be used is named in the log.
 * @throws ConfigError, StorageError
 */
export async function importAll(store: Store, config: HubConfig, at: Instant, log: Log): Promise<Imported> {
  const declared = config.people.map((person) => ({ v: 1 as const, ...person }));
  const people = await importPeople(store, declared, at);
  const inventory = await importInventory(store, config, at);
  if (inventory.doubles > 0) log.warn({ doubles: inventory.doubles }, 'lamps stand twice in the inventory');
  const { cameras, refused } = await importCameras(store, config.cameras);
  for (const line of refused) log.warn(line);
  return { people, inventory, cameras, ground: readGround(config.ground) };
}
