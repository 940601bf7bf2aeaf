import { setTimeout as wait } from 'node:timers/promises';
import { exitCodes, PlainError } from '../../node/process/plain-error.ts';
import { openStoreBeside } from '../store/read.ts';
import type { StorePlace } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import { type Prepared, stage } from './stage.ts';
import { Answer } from './take-over.ts';

/** The import is not carried out, though its files can be read. */
export class ImportError extends PlainError {
  override readonly name = 'ImportError';
  constructor(line: string) {
    super(exitCodes.storage, [line]);
  }
}

const LOOK_MS = 200;
const REFUSED: Readonly<Record<Exclude<Answer, 'taken'>, string>> = {
  changed:
    'the hub refuses it: the inventory has changed while the import was worked out (a lamp was put elsewhere, or another ' +
    'import came first). Nothing is imported: give the command again, with --dry-run first to see the difference as it is now',
  late: 'the hub refuses it: the import has waited for more than ten minutes. Nothing is imported: give the command again',
};

/**
 * Leaves an import in the store of a hub that runs, and waits for its answer: the journal's chain and what seats hear are
 * the hub's. One that is not answered in time is withdrawn.
 * @param prepare works the import out, from one transaction
 * @returns what was prepared: taken over by the hub, where nothing spoke against it
 * @throws ImportError where the hub has refused it, or has not answered; StorageError
 */
export async function throughHub(
  place: StorePlace,
  prepare: (db: Db) => Promise<Prepared>,
  waitMs: number,
): Promise<Prepared> {
  const store = await openStoreBeside(place, 'write');
  if (store === undefined) throw new ImportError('another program is making this store: try again');
  try {
    const { db } = store;
    const prepared = await db.transaction().execute(prepare);
    const { staged } = prepared;
    if (staged === undefined) return prepared;
    await db.transaction().execute((tx) => stage(tx, staged));
    const answer = await answerOf(db, staged.id, waitMs);
    if (answer === undefined)
      throw new ImportError(
        `a program holds this store and has not taken the import over within ${Math.round(waitMs / 1_000)} s. Nothing is imported: see the hub’s log`,
      );
    if (answer !== 'taken') throw new ImportError(REFUSED[answer]);
    return prepared;
  } finally {
    await store.close();
  }
}

/** The hub's answer; undefined where there was none in time, and there will be none. */
async function answerOf(db: Db, id: string, waitMs: number): Promise<Answer | undefined> {
  const read = () =>
    db.selectFrom('inventory_staged').select('answer').where('id', '=', id).executeTakeFirst();
  const remove = () => db.deleteFrom('inventory_staged').where('id', '=', id);
  let said: string | null | undefined;
  for (const end = performance.now() + waitMs; said == null && performance.now() < end; await wait(LOOK_MS))
    said = (await read())?.answer;
  if (said == null) {
    const withdrawn = await remove().where('answer', 'is', null).executeTakeFirst();
    if (withdrawn.numDeletedRows > 0n) {
      await db.deleteFrom('inventory_staged_part').where('import_id', '=', id).execute();
      return undefined;
    }
    said = (await read())?.answer;
  }
  await remove().execute();
  return Answer.parse(said);
}
