import type { Alarm } from '../../shared/alarm/model.ts';
import type { AlarmId } from '../../shared/ids.ts';
import type { Store } from '../store/store.ts';
import { readAlarm, readAlarms } from './alarm-rows.ts';

export interface Shown {
  readonly put: (alarm: Alarm) => void;
  readonly remove: (id: AlarmId) => void;
}

/**
 * Shows seats the alarms as they are committed. What a transaction touches is named here and read again after it: one
 * that was rolled back shows nothing new.
 */
export class AlarmBoard {
  readonly #store: Store;
  readonly #shown: Shown;
  #touched = new Set<AlarmId>();

  /** @param store read after each commit */
  constructor(store: Store, shown: Shown) {
    this.#store = store;
    this.#shown = shown;
  }

  touch(id: AlarmId): void {
    this.#touched.add(id);
  }

  /** To be called once: all that is kept is shown. @throws StorageError */
  async begin(): Promise<void> {
    for (const alarm of await readAlarms(this.#store.db)) this.#shown.put(alarm);
  }

  /** To be called after commits. @throws StorageError; the next call tries again */
  async show(): Promise<void> {
    const touched = this.#touched;
    this.#touched = new Set();
    try {
      for (const id of touched) {
        const alarm = await readAlarm(this.#store.db, id);
        if (alarm === undefined) this.#shown.remove(id);
        else this.#shown.put(alarm);
      }
    } catch (error) {
      for (const id of touched) this.#touched.add(id);
      throw error;
    }
  }
}
