import type { Log } from '../../node/log/log.ts';
import type { PublishResult } from '../../node/mqtt/types.ts';
import { Draining } from '../edge/draining.ts';
import type { Store } from '../store/store.ts';

/** Mark of the last sequence that the broker has acknowledged. */
export const RELAYED = 'relay';
/** Events on their way to the broker at once. */
const PAGE = 200;

export interface RelayOptions {
  readonly store: Store;
  readonly publish: (event: string) => Promise<PublishResult>;
  /** so many more have been acknowledged by the broker */
  readonly published: (count: number) => void;
  /** all events up to here have reached the broker; called after each burst */
  readonly drained: (seq: number) => void;
  readonly log: Log;
}

/**
 * The one publisher of events (transactional outbox): in order of their sequence, and its mark moves only after
 * the broker has acknowledged. What may have arrived twice is harmless, for it carries its sequence.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #draining: Draining;
  #mark: number;

  private constructor(options: RelayOptions, mark: number) {
    this.#options = options;
    this.#mark = mark;
    this.#draining = new Draining({
      drain: () => this.#drain(),
      drained: () => options.drained(this.#mark),
      trouble: 'the relay could not read or mark its events; it tries again',
      log: options.log,
    });
  }

  static async create(options: RelayOptions): Promise<Relay> {
    const { db } = options.store;
    await db
      .insertInto('mark')
      .values({ name: RELAYED, seq: 0 })
      .onConflict((oc) => oc.doNothing())
      .execute();
    const row = await db
      .selectFrom('mark')
      .select('seq')
      .where('name', '=', RELAYED)
      .executeTakeFirstOrThrow();
    return new Relay(options, row.seq);
  }

  /** How far the broker has acknowledged. */
  get mark(): number {
    return this.#mark;
  }

  /** Something may have been committed, or the broker is back. */
  wake(): void {
    this.#draining.wake();
  }

  stop(): Promise<void> {
    return this.#draining.stop();
  }

  /** @returns false where the broker did not take them all */
  async #drain(): Promise<boolean> {
    const { store, publish, published } = this.#options;
    for (;;) {
      const rows = await store.db
        .selectFrom('event')
        .select(['seq', 'json'])
        .where('seq', '>', this.#mark)
        .orderBy('seq')
        .limit(PAGE)
        .execute();
      if (rows.length === 0) return true;
      const results = await Promise.all(rows.map(({ json }) => publish(json)));
      const failed = results.findIndex(({ ok }) => !ok);
      const acknowledged = failed < 0 ? rows.length : failed;
      const last = rows[acknowledged - 1];
      published(acknowledged);
      if (last !== undefined) await this.#move(last.seq);
      if (failed >= 0 || this.#draining.stopped) return false;
    }
  }

  async #move(seq: number): Promise<void> {
    this.#mark = seq;
    await this.#options.store.db.updateTable('mark').set({ seq }).where('name', '=', RELAYED).execute();
  }
}
