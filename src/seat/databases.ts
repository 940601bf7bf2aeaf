import { join } from 'node:path';
import { type Database, openDatabase } from '../node/sqlite/open.ts';
import { salvageTables } from '../node/sqlite/salvage.ts';
import type { Alerts } from './alerts.ts';
import { initial as desk } from './desk/migrations/001-initial.ts';
import { initial as city } from './lamps/migrations/001-initial.ts';
import { digest } from './lamps/migrations/002-digest.ts';

/** Parents before children, what can't be had again first. */
const DESK_TABLES = ['outbox', 'journal', 'meta', 'ticket', 'event', 'person', 'pref'];

export interface Databases {
  /** tickets, outbox, journal: never lose a row */
  readonly desk: Database;
  /** lamps, dictionary, cameras: can be rebuilt */
  readonly city: Database;
  close(): void;
}

/**
 * Opens the seat's files. A damaged one is set aside, what can be read of the desk is salvaged, and it is said.
 * @throws StorageError where a file can't be written at all or comes from a newer version
 */
export function openDatabases(folder: string, alerts: Alerts): Databases {
  const deskFile = openDatabase({
    path: join(folder, 'desk.db'),
    synchronous: 'FULL',
    migrations: [desk],
    onDamaged: 'set-aside',
    salvage: (oldPath, db) => {
      salvageTables(oldPath, db, DESK_TABLES);
      // Tickets may be missing among those that were read: without an epoch the hub is asked for all of them.
      db.exec("DELETE FROM meta WHERE key = 'epoch'");
    },
  });
  if (deskFile.damaged !== undefined) alerts.raise('desk-damaged', deskFile.damaged.movedTo);
  const cityFile = openDatabase({
    path: join(folder, 'city.db'),
    synchronous: 'NORMAL',
    migrations: [city, digest],
    onDamaged: 'set-aside',
  });
  if (cityFile.damaged !== undefined) alerts.raise('city-damaged', cityFile.damaged.movedTo);
  return {
    desk: deskFile.db,
    city: cityFile.db,
    close: () => {
      deskFile.db.close();
      cityFile.db.close();
    },
  };
}
