import { randomUUID } from 'node:crypto';
import { StorageError } from '../../node/sqlite/errors.ts';
import type { Tx } from './tables.ts';

export const EVENT_COUNTER = 'event';
/** Key in `meta`: the last unit of which others were to be told. */
const TOLD = 'told';

/**
 * One transaction of the hub. It begins by taking the one counter row, so that writers stand in line before
 * they read anything and sequences commit in order, without gaps (an identity column gives numbers out of
 * order: a reader of "since last" then loses rows).
 */
export class Unit {
  readonly tx: Tx;
  readonly epoch: string;
  readonly #id = randomUUID();
  readonly #began: number;
  #last: number;
  readonly #told: (() => void)[] = [];

  private constructor(tx: Tx, epoch: string, last: number) {
    this.tx = tx;
    this.epoch = epoch;
    this.#began = last;
    this.#last = last;
  }

  /**
   * @param holder who must hold the store
   * @throws StorageError `taken` where another does by now
   */
  static async begin(tx: Tx, epoch: string, holder?: string): Promise<Unit> {
    // An update that changes nothing takes the row's lock, on PostgreSQL too.
    const row = await tx
      .updateTable('counter')
      .set((eb) => ({ value: eb.ref('value') }))
      .where('name', '=', EVENT_COUNTER)
      .returning('value')
      .executeTakeFirstOrThrow();
    if (holder !== undefined) {
      // Behind that lock: whoever took the store took it before this unit, or waits for its end.
      const held = await tx.selectFrom('meta').select('value').where('key', '=', 'holder').executeTakeFirst();
      if (held?.value !== holder)
        throw new StorageError('taken', 'of this hub', 'another hub has begun on it');
    }
    return new Unit(tx, epoch, row.value);
  }

  nextSeq(): number {
    this.#last += 1;
    return this.#last;
  }

  /**
   * Writes the counter back, and which unit this is where others are to be told of it; called once by the store,
   * before the commit.
   * @returns the last sequence
   */
  async finish(): Promise<number> {
    if (this.#last > this.#began) {
      await this.tx
        .updateTable('counter')
        .set({ value: this.#last })
        .where('name', '=', EVENT_COUNTER)
        .execute();
    }
    if (this.#told.length > 0)
      await this.tx
        .insertInto('meta')
        .values({ key: TOLD, value: this.#id })
        .onConflict((oc) => oc.column('key').doUpdateSet({ value: this.#id }))
        .execute();
    return this.#last;
  }

  /** Whether the unit before this one was committed, where its commit was sent and the answer was lost. */
  async follows(before: Unit): Promise<boolean> {
    const told = await this.tx.selectFrom('meta').select('value').where('key', '=', TOLD).executeTakeFirst();
    return told?.value === before.#id;
  }

  /** What others are told of it: run once it is committed, and not at all where it is not. */
  onCommit(tell: () => void): void {
    this.#told.push(tell);
  }

  /** Called once by the store, after the commit. */
  committed(): void {
    for (const tell of this.#told) tell();
  }

  /** Counts one more of a named kind, from 1. */
  async count(name: string): Promise<number> {
    const row = await this.tx
      .insertInto('counter')
      .values({ name, value: 1 })
      .onConflict((oc) => oc.column('name').doUpdateSet((eb) => ({ value: eb('counter.value', '+', 1) })))
      .returning('value')
      .executeTakeFirstOrThrow();
    return row.value;
  }
}
