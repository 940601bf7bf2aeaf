import { setImmediate } from 'node:timers/promises';
import type { Log } from '../../node/log/log.ts';
import { emptyColumns, HOUR_MS, hourOf, type LampColumns } from '../../shared/lamp/history/block.ts';
import { coarsened } from '../../shared/lamp/history/fold.ts';
import { keptOf } from '../../shared/lamp/history/kept.ts';
import type { DistrictNow } from '../lighting/listeners.ts';
import type { Store } from '../store/store.ts';
import type { HistoryConfig } from './config.ts';
import { DistrictHour, slotOf } from './district-hour.ts';
import {
  blockOf,
  type HistoryRow,
  keepPassages,
  keepRows,
  oldestFiner,
  readHour,
  readPassages,
  rowOf,
} from './keep.ts';
import { Passages } from './passages.ts';
import { type WakingRule, wakingAt } from './waking.ts';

export interface LampHistoryOptions {
  readonly store: Store;
  readonly config: HistoryConfig;
  readonly lamps: () => readonly DistrictNow[];
  readonly expected: WakingRule['expected'];
  readonly marginMs: number;
  /** whether the field can be heard: what is not heard is not known */
  readonly hears: () => boolean;
  readonly now: () => number;
  readonly log: Log;
}

/** Looked so often whether another minute has begun. */
export const HISTORY_TURN_MS = 5_000;
/** So often is thinned out what has become old. */
export const HISTORY_THIN_MS = 10 * 60_000;
/** So often what was noted is kept: so much is lost, as unknown, where the hub ends without a word. */
const KEEP_MS = 5 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How lamps were: noted each minute that the hub hears the field, kept by district and hour, in longer steps when it is
 * old. Of presence only sums are kept, and levels that follow it are not.
 */
export class LampHistory {
  readonly passages: Passages;
  readonly #on: LampHistoryOptions;
  readonly #waking: WakingRule;
  readonly #hours = new Map<string, DistrictHour>();
  /** hours that are over and not yet kept */
  #over: (readonly [district: string, hour: DistrictHour])[] = [];
  #settled = false;
  #noted = 0;
  #keptAt = 0;
  #keeping: Promise<void> = Promise.resolve();

  private constructor(options: LampHistoryOptions) {
    const { config, now, expected, marginMs } = options;
    this.#on = options;
    this.passages = new Passages(config.passagesFrom, now);
    this.#waking = {
      expected,
      marginMs,
      isAwake: (district, lamp) => this.passages.isAwake(district, lamp),
    };
  }

  /** Goes on with what was kept of this hour. @throws StorageError */
  static async open(options: LampHistoryOptions): Promise<LampHistory> {
    const history = new LampHistory(options);
    const { store, now, log } = options;
    const from = hourOf(now());
    for (const row of await readHour(store.db, from)) {
      try {
        const hour = DistrictHour.resume(blockOf(row));
        if (hour !== undefined) history.#hours.set(row.district, hour);
      } catch (err) {
        log.error({ err, district: row.district, at: row.at }, 'what was kept of lamps can’t be read');
      }
    }
    for (const { district, streets, from: at } of await readPassages(store.db, from - DAY_MS, from + HOUR_MS))
      for (const street of Object.keys(streets)) history.passages.know(district, street, at);
    return history;
  }

  /** What the broker had retained is in: lamps are known from now on. */
  settled(): void {
    this.#settled = true;
  }

  /** To be called every few seconds, one call at a time. @throws StorageError; the next call tries again */
  async turn(): Promise<void> {
    const now = this.#on.now();
    const minute = Math.floor(now / 60_000);
    if (this.#settled && this.#on.hears() && minute !== this.#noted) {
      this.#noted = minute;
      this.passages.minute();
      await this.#note(now);
    }
    if (now - this.#keptAt >= KEEP_MS || this.#over.length > 0) await this.keep();
  }

  /** Keeps all that was noted; nobody waits who keeps already. @throws StorageError */
  keep(): Promise<void> {
    this.#keeping = this.#keeping.catch(() => undefined).then(() => this.#keep(false));
    return this.#keeping;
  }

  /** Keeps what there is, for whoever goes on after this hub. @throws StorageError */
  async stop(): Promise<void> {
    await this.#keeping.catch(() => undefined);
    await this.#keep(true);
  }

  /** Brings to longer steps what has become old, an hour at a time. @throws StorageError */
  async thin(signal: AbortSignal): Promise<void> {
    const { store, config, now, log } = this.#on;
    const { fineDays, coarseMinutes } = config;
    const before = hourOf(now() - fineDays * DAY_MS);
    while (!signal.aborted) {
      const from = await oldestFiner(store.db, before, coarseMinutes);
      if (from === undefined) return;
      const rows: HistoryRow[] = [];
      for (const row of await readHour(store.db, from)) {
        if (row.step >= coarseMinutes) continue;
        try {
          rows.push(await rowOf(row.district, coarsened(blockOf(row), coarseMinutes)));
        } catch (err) {
          log.error({ err, district: row.district, at: row.at }, 'what was kept of lamps can’t be read');
          // As it is, so that it can still be looked at; it is not to be come back to.
          rows.push({ ...row, step: coarseMinutes });
        }
      }
      await store.write(({ tx }) => keepRows(tx, rows));
      await setImmediate();
    }
  }

  async #note(now: number): Promise<void> {
    const from = hourOf(now);
    const slot = slotOf(now, from);
    for (const [id, hour] of this.#hours) {
      if (hour.from === from) continue;
      this.#over.push([id, hour]);
      this.#hours.delete(id);
    }
    for (const [place, district] of this.#on.lamps().entries()) {
      const { district: id, dictVersion } = district.dictionary;
      const columns = this.#keptOf(place, district, now);
      const hour = this.#hours.get(id);
      if (hour !== undefined) hour.note(slot, dictVersion, columns);
      else this.#hours.set(id, DistrictHour.begin(from, slot, dictVersion, columns));
      // Reports and commands have their turn between.
      await setImmediate();
    }
  }

  #keptOf(slot: number, { dictionary, columns }: DistrictNow, now: number): LampColumns {
    const kept = emptyColumns(dictionary.lamps.length);
    for (const [index, lamp] of dictionary.lamps.entries()) {
      if (lamp === null) continue;
      const waking = wakingAt(this.#waking, { district: dictionary.district, slot, index }, lamp, now);
      const [state, level, faults] = [columns.state[index]!, columns.level[index]!, columns.faults[index]!];
      const one = keptOf(state, level, faults, waking);
      kept.state[index] = one.state;
      kept.level[index] = one.level;
      kept.faults[index] = one.faults;
    }
    return kept;
  }

  async #keep(ending: boolean): Promise<void> {
    const over = this.#over;
    const rows: HistoryRow[] = [];
    for (const [district, hour] of [...over, ...this.#hours]) rows.push(await rowOf(district, hour.block));
    const passages = this.passages.take(ending);
    try {
      await this.#on.store.write(async ({ tx }) => {
        await keepRows(tx, rows);
        await keepPassages(tx, passages);
      });
    } catch (error) {
      this.passages.giveBack(passages);
      throw error;
    }
    this.#over = this.#over.filter((one) => !over.includes(one));
    this.#keptAt = this.#on.now();
  }
}
