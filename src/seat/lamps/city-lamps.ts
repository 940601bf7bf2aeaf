import { Soon } from '../../node/soon.ts';
import type { DistrictAge, DistrictLamps, LampDetail } from '../../shared/ipc/model.ts';
import type { Room } from '../link/room.ts';
import type { Push } from '../port/port.ts';
import type { CityStore } from './city-store.ts';
import { CityTable, type District } from './city-table.ts';
import { emptied } from './columns.ts';
import { LampFollower } from './detail.ts';
import { LampFeed } from './lamp-feed.ts';

/** Windows get changes at most this often, so a burst is one message. */
const TICK_MS = 100;
const SAVE_MS = 10_000;
/** Ages are read in seconds. */
const AGES_MS = 1_000;

/** Every lamp on this seat: from disk at start, then from frames; told to windows in packed batches. */
export class CityLamps {
  readonly table = new CityTable();
  readonly feed: LampFeed;
  readonly #store: CityStore;
  readonly #follower: LampFollower;
  readonly #timers: readonly NodeJS.Timeout[];
  /** of a lamp whose gateway floods windows hear as often as of the others */
  readonly #tellDetail: Soon;
  #detail: LampDetail | undefined;
  #batches = 0;

  constructor(store: CityStore, room: Room, push: Push) {
    this.#store = store;
    store.load(this.table);
    this.#tellDetail = new Soon(() => this.#detail && push('lamps.detail', this.#detail), { gapMs: TICK_MS });
    this.#follower = new LampFollower(room, (detail) => {
      this.#detail = detail;
      this.#tellDetail.ask();
    });
    this.feed = new LampFeed({
      room,
      table: this.table,
      onDictionary: (district) => push('lamps.dictionary', [forWindows(district)]),
      onRemoved: ({ slot, columns }) => {
        store.removeDistrict(columns.district);
        push('lamps.dictionary', [{ slot, ...emptied(columns) }]);
      },
    });
    const tick = setInterval(() => {
      const batch = this.table.takeChanges();
      if (batch === undefined) return;
      this.#batches++;
      push('lamps.batch', batch);
    }, TICK_MS);
    let told = this.feed.counts.applied;
    const ages = setInterval(() => {
      if (told === this.feed.counts.applied) return;
      told = this.feed.counts.applied;
      push('lamps.ages', this.ages());
    }, AGES_MS);
    this.#timers = [tick, ages, setInterval(() => this.save(), SAVE_MS)];
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.follow(undefined);
    this.feed.close();
    this.save();
  }

  get batches(): number {
    return this.#batches;
  }

  dictionary(): DistrictLamps[] {
    return this.table.districts().map(forWindows);
  }

  /** Of each district of which a frame has come, when the last one was made. */
  ages(): DistrictAge[] {
    return this.table.districts().flatMap(({ slot, asOf }) => (asOf === undefined ? [] : [{ slot, asOf }]));
  }

  follow(lamp: string | undefined): void {
    this.#tellDetail.close();
    this.#follower.follow(lamp);
  }

  save(): void {
    this.#store.save(this.table);
  }
}

const forWindows = ({ slot, columns }: District): DistrictLamps => ({ slot, ...columns });
