import type { PostgresPlace } from '../../node/postgres/open.ts';
import { openOnPostgres } from './on-postgres.ts';
import { openOnSqlite } from './on-sqlite.ts';
import type { Opened } from './opened.ts';
import type { Db } from './tables.ts';
import { EVENT_COUNTER, Unit } from './unit.ts';

export interface Store {
  readonly db: Db;
  /** new whenever a store is made: a seat that knows another one takes a snapshot */
  readonly epoch: string;
  /** it did not exist before */
  readonly created: boolean;
  /**
   * What was committed last may be missing, so it has a new epoch. On SQLite: it was not closed in order, and the
   * write-ahead log that its end left is gone. On PostgreSQL: it was read back from a dump.
   */
  readonly shortened: boolean;
  /**
   * Runs a unit of work in one transaction that begins by locking the sequence.
   * @throws StorageError where the disk or the file is at fault; nothing of the unit is kept then
   */
  write<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  /**
   * Looks whether the store is still this hub's: who writes nothing would not learn that another has begun on it, and
   * would go on answering beside it.
   * @throws StorageError `taken` where it is not
   */
  assertHeld(): Promise<void>;
  /** Last sequence that this hub has committed. */
  readonly seq: number;
  close(): Promise<void>;
}

/** A SQLite file, or a database on a PostgreSQL server. */
export type StorePlace = string | PostgresPlace;

/**
 * Opens the hub's store.
 * @param makeEpoch an id for the epoch, used when the store is made
 * @param restored gives a store that exists a new epoch too: what seats know of the old one may be ahead of it
 * @throws StorageError
 */
export async function openStore(
  place: StorePlace,
  makeEpoch: () => string,
  restored = false,
): Promise<Store> {
  const opened = typeof place === 'string' ? openOnSqlite(place) : await openOnPostgres(place);
  const { db, created, shortened, holder, asError } = opened;
  try {
    const { epoch, seq } = await begin(opened, makeEpoch, restored || shortened);
    let committed = seq;
    // A server that goes in the middle of a commit has done it or not: its next transaction knows.
    let unsure: Unit | undefined;
    const write: Store['write'] = async (work) => {
      let finished: Unit | undefined;
      try {
        const done = await db.transaction().execute(async (tx) => {
          const unit = await Unit.begin(tx, epoch, holder);
          if (unsure !== undefined && (await unit.follows(unsure))) unsure.committed();
          unsure = undefined;
          const result = await work(unit);
          const last = await unit.finish();
          finished = unit;
          return { unit, result, last };
        });
        committed = done.last;
        done.unit.committed();
        return done.result;
      } catch (error) {
        unsure ??= finished;
        throw asError(error) ?? error;
      }
    };
    return {
      db,
      epoch,
      created,
      shortened,
      get seq() {
        return committed;
      },
      write,
      // A file that is held is held until the process ends.
      assertHeld: async () => (holder === undefined ? undefined : write(async () => undefined)),
      close: () => opened.close(true),
    };
  } catch (error) {
    await opened.close(false);
    throw asError(error) ?? error;
  }
}

async function begin(
  { db, marks }: Opened,
  makeEpoch: () => string,
  anew: boolean,
): Promise<{ epoch: string; seq: number }> {
  return db.transaction().execute(async (tx) => {
    // Whoever wrote here until now has come to an end, or finds another holder.
    await tx
      .updateTable('counter')
      .set((eb) => ({ value: eb.ref('value') }))
      .execute();
    for (const [key, value] of Object.entries(marks))
      await tx
        .insertInto('meta')
        .values({ key, value })
        .onConflict((oc) => oc.column('key').doUpdateSet({ value }))
        .execute();
    const known = await tx.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirst();
    const epoch = known === undefined || anew ? makeEpoch() : known.value;
    if (known === undefined) {
      await tx.insertInto('meta').values({ key: 'epoch', value: epoch }).execute();
      await tx.insertInto('counter').values({ name: EVENT_COUNTER, value: 0 }).execute();
      return { epoch, seq: 0 };
    }
    if (anew) await tx.updateTable('meta').set({ value: epoch }).where('key', '=', 'epoch').execute();
    const counter = tx.selectFrom('counter').select('value').where('name', '=', EVENT_COUNTER);
    return { epoch, seq: (await counter.executeTakeFirstOrThrow()).value };
  });
}
