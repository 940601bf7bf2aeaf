import { join } from 'node:path';
import { openCopy } from '../node/sqlite/copy.ts';
import { asStorageError, type StorageErrorKind } from '../node/sqlite/errors.ts';
import { type Database, type OpenOptions, openDatabase } from '../node/sqlite/open.ts';
import { salvageTables } from '../node/sqlite/salvage.ts';
import type { Alerts } from './alerts.ts';
import { initial as desk } from './desk/migrations/001-initial.ts';
import { about } from './desk/migrations/002-about.ts';
import { words } from './desk/migrations/003-words.ts';
import { fillWords } from './desk/ticket-words.ts';
import { probe } from './disk/probe.ts';
import type { Refused } from './disk/refused.ts';
import { initial as city } from './lamps/migrations/001-initial.ts';
import { digest } from './lamps/migrations/002-digest.ts';
import { columns } from './lamps/migrations/003-columns.ts';
import { age } from './lamps/migrations/004-age.ts';
import { roomData } from './lamps/migrations/005-room-data.ts';
import { circuits } from './lamps/migrations/006-circuits.ts';
import { oneWay } from './lamps/migrations/007-one-way.ts';
import { sharedCircuits } from './lamps/migrations/008-shared-circuits.ts';

/** Parents before children, what can't be had again first. */
const DESK_TABLES = ['outbox', 'journal', 'meta', 'ticket', 'event', 'person', 'pref'];

/** A disk that takes nothing now; what else stops a file from being opened is nothing to work on with. */
const TAKES_NOTHING: ReadonlySet<StorageErrorKind> = new Set(['disk-full', 'read-only', 'io']);

/** One of the seat's files as it could be opened. */
interface SeatFile {
  readonly db: Database;
  readonly refused?: Refused;
  readonly damaged?: { readonly movedTo: string };
}

export interface Databases {
  /** tickets, outbox, journal: never lose a row */
  readonly desk: Database;
  /** lamps, dictionary, cameras: can be rebuilt */
  readonly city: Database;
  /** the files that could not be opened for writing, if any */
  readonly refused: { readonly desk?: Refused | undefined; readonly city?: Refused | undefined };
  /**
   * Whether those that were refused can be written by now.
   * @param carry is given the desk's file, to put into it what should not be lost
   */
  writable(carry: (desk: Database) => void): boolean;
  close(): void;
}

/**
 * Opens the seat's files. A damaged one is set aside, what can be read of the desk is salvaged, and it is said. Where
 * the disk takes nothing, the seat works on what can be read of them and keeps nothing.
 * @throws StorageError where a file comes from a newer version, or another process holds it
 */
export function openDatabases(folder: string, alerts: Alerts): Databases {
  const options = optionsOf(folder);
  const deskFile = open(options.desk);
  if (deskFile.damaged !== undefined) alerts.raise('desk-damaged', deskFile.damaged.movedTo);
  const cityFile = open(options.city);
  if (cityFile.damaged !== undefined) alerts.raise('city-damaged', cityFile.damaged.movedTo);
  return {
    desk: deskFile.db,
    city: cityFile.db,
    refused: { desk: deskFile.refused, city: cityFile.refused },
    writable: (carry) =>
      (deskFile.refused === undefined || canWrite(options.desk, carry)) &&
      (cityFile.refused === undefined || canWrite(options.city, () => {})),
    close: () => {
      deskFile.db.close();
      cityFile.db.close();
    },
  };
}

const optionsOf = (folder: string): Readonly<Record<'desk' | 'city', OpenOptions>> => ({
  desk: {
    path: join(folder, 'desk.db'),
    synchronous: 'FULL',
    migrations: [desk, about, words],
    onDamaged: 'set-aside',
    salvage: (oldPath, db) => {
      salvageTables(oldPath, db, DESK_TABLES);
      // Tickets may be missing among those that were read: without an epoch the hub is asked for all of them.
      db.exec("DELETE FROM meta WHERE key = 'epoch'");
      fillWords(db);
    },
  },
  city: {
    path: join(folder, 'city.db'),
    synchronous: 'NORMAL',
    migrations: [city, digest, columns, age, roomData, circuits, oneWay, sharedCircuits],
    onDamaged: 'set-aside',
  },
});

function open(options: OpenOptions): SeatFile {
  try {
    return openDatabase(options);
  } catch (thrown) {
    const error = asStorageError(thrown, options.path);
    if (error === undefined || !TAKES_NOTHING.has(error.kind)) throw thrown;
    const { db, content } = openCopy(options.path, options.migrations);
    return { db, refused: { error, content } };
  }
}

function canWrite(options: OpenOptions, carry: (db: Database) => void): boolean {
  try {
    const { db } = openDatabase({ ...options, onDamaged: 'refuse' });
    try {
      probe(db);
      carry(db);
    } finally {
      db.close();
    }
    return true;
  } catch (thrown) {
    const error = asStorageError(thrown, options.path);
    if (error === undefined) throw thrown;
    return error.kind === 'damaged'; // it is set aside when the engine starts anew
  }
}
