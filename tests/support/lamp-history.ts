import { v7 } from 'uuid';
import { LampHistory } from '../../src/hub/lamp-history/history.ts';
import { blockOf, readHour } from '../../src/hub/lamp-history/keep.ts';
import { Aggregator } from '../../src/hub/lighting/aggregator.ts';
import { openStore, type Store } from '../../src/hub/store/store.ts';
import { createLog } from '../../src/node/log/log.ts';
import type { Expected } from '../../src/shared/energy/stretch.ts';
import { hourOf, MINUTE_MS } from '../../src/shared/lamp/history/block.ts';
import { columnsAt, slotAt } from '../../src/shared/lamp/history/fold.ts';
import { LampState } from '../../src/shared/lamp/state.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { smallDictionaries } from './small-city.ts';
import { type FreshPlace, freshPlace } from './store-place.ts';

const log = createLog({ name: 'history', level: 'silent' });
const config = { fineDays: 7, coarseMinutes: 10, passagesFrom: 5 } as const;

/** A lamp that burns and is well, as it is kept. */
export const burning = (level: number) => ({ state: LampState.on, level, faults: 0 });

/** The small city and what a hub keeps of its lamps, by a clock that tests move. */
export class LampHistoryRig {
  now: number;
  /** whether the field is heard */
  hears = true;
  /** what the programme of all lamps says; undefined where there is none */
  programme: Expected | undefined;
  city!: Aggregator;
  history!: LampHistory;
  store!: Store;
  #place: FreshPlace | undefined;
  readonly #start: number;

  constructor(start: number) {
    this.#start = start;
    this.now = start;
  }

  /** An empty store, and a hub on it. */
  async begin(): Promise<void> {
    await this.end();
    this.#place = await freshPlace();
    this.store = await openStore(this.#place.place, v7);
    this.now = this.#start;
    this.hears = true;
    await this.restart();
  }

  async end(): Promise<void> {
    const place = this.#place;
    if (place === undefined) return;
    this.#place = undefined;
    await this.store.close();
    await place.dispose();
  }

  /** A hub goes on, on what the store holds; nobody told the one before it that it ends. */
  async restart(): Promise<void> {
    const nothing = () => {};
    this.city = new Aggregator(smallDictionaries, 1, nothing, nothing, (district, lamp) =>
      this.history.passages.heard(district, lamp),
    );
    const expected = () => this.programme;
    this.history = await LampHistory.open({
      store: this.store,
      config,
      lamps: () => this.city.districts,
      expected: [expected, expected, expected],
      marginMs: 600_000,
      hears: () => this.hears,
      now: () => this.now,
      log,
    });
    this.history.settled();
  }

  /** A lamp reports. @param level % */
  light(id: string, level: number, more: object = {}): void {
    const report = {
      id: id as never,
      type: 'Streetlight',
      powerState: level > 0 ? 'on' : 'off',
      illuminanceLevel: level / 100,
      status: 'ok',
      observationDateTime: instant(this.now),
    } as const;
    this.city.state(id, { ...report, ...more }, this.now);
  }

  async minutes(n = 1): Promise<void> {
    for (let i = 0; i < n; i++) {
      this.now += MINUTE_MS;
      await this.history.turn();
    }
  }

  /** How a lamp of the first district was, from the store alone. @param at ms since the epoch */
  async was(id: string, at: number) {
    const rows = await readHour(this.store.db, hourOf(at));
    const row = rows.find(({ district }) => district === '01');
    const block = row && blockOf(row);
    const slot = block && slotAt(block, at);
    if (block === undefined || slot === undefined) return 'unknown';
    const index = smallDictionaries[0]!.lamps.findIndex((lamp) => lamp?.id === id);
    const { state, level, faults } = columnsAt(block, slot);
    return { state: state[index], level: level[index], faults: faults[index] };
  }
}
