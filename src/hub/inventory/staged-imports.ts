import type { Log } from '../../node/log/log.ts';
import type { LiveInventory } from '../lighting/live-inventory.ts';
import type { Store } from '../store/store.ts';
import { type Answer, takeOver } from './take-over.ts';

export interface StagedImportsOptions {
  readonly store: Pick<Store, 'db' | 'write'>;
  readonly live: Pick<LiveInventory, 'refresh'>;
  readonly now: () => number;
  readonly log: Log;
}

/** Takes over the imports that a command leaves in the store while this hub runs, those too that it finds at its start. */
export class StagedImports {
  readonly #on: StagedImportsOptions;
  /** what was taken is in the store, and not yet with the room */
  #isUntold = false;

  constructor(options: StagedImportsOptions) {
    this.#on = options;
  }

  /** @throws StorageError; the next look goes on where this one ended */
  async look(): Promise<void> {
    const { store, live, now, log } = this.#on;
    const staged = await store.db
      .selectFrom('inventory_staged')
      .select('id')
      .where('answer', 'is', null)
      .orderBy('at')
      .execute();
    for (const { id } of staged) {
      const answer: Answer | undefined = await store.write((unit) => takeOver(unit, id, now()));
      if (answer === 'taken') this.#isUntold = true;
      log.info({ import: id, answer }, 'an import of the inventory was staged');
    }
    if (!this.#isUntold) return;
    await live.refresh();
    this.#isUntold = false;
  }
}
