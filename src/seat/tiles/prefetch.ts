import { countTiles, type TileCover, tilesOf } from '../../shared/geo/tile.ts';
import type { PrefetchPlan, PrefetchState } from '../../shared/ipc/base-map.ts';
import { instant } from '../../shared/wire/time.ts';
import type { TileServer } from './tile-server.ts';
import type { TileStore } from './tile-store.ts';

/** So many failures in a row, and nobody is asked any further. */
const PATIENCE = 5;
/** Where nothing is kept yet: the mean of a picture of a street map, about. */
const TILE_BYTES = 20_000;
/** What is there already is passed over in steps, so that requests of the window are answered between them. */
const STEP = 500;
/** Servers whose rules forbid to fetch areas beforehand. */
const FORBIDS = /(^|\.)tile\.openstreetmap\.org$/;

export interface PrefetchOptions {
  readonly cover: TileCover;
  readonly host: string;
  readonly perSecond: number;
  /** bytes that the store may hold */
  readonly limit: number;
  readonly store: TileStore;
  readonly server: TileServer;
  readonly onChange: () => void;
  readonly now: () => number;
}

/**
 * Fetches all tiles of an area, no faster than was said, one after the other. What is there and fresh is passed over:
 * begun again, it goes on where it ended.
 */
export class Prefetch {
  readonly #on: PrefetchOptions;
  #state: PrefetchState = { kind: 'none' };
  #cancel: AbortController | undefined;

  constructor(options: PrefetchOptions) {
    this.#on = options;
  }

  get state(): PrefetchState {
    return this.#state;
  }

  /** What it would take; a look at each tile of the area, some milliseconds for ten thousand. */
  async plan(): Promise<PrefetchPlan> {
    const { cover, host, store, perSecond, limit } = this.#on;
    const total = countTiles(cover);
    const mean = store.meanBytes() ?? TILE_BYTES;
    const forbidden = FORBIDS.test(host) ? 'policy' : total * mean > limit ? 'size' : undefined;
    const wanted = forbidden === undefined ? await this.#countWanted() : total;
    const bytes = Math.round(wanted * mean);
    return {
      total,
      wanted,
      bytes,
      seconds: Math.ceil(wanted / perSecond),
      ...(forbidden === undefined ? {} : { forbidden }),
    };
  }

  /** Begins, where it is not under way. @returns settles when it is over */
  async run(): Promise<void> {
    if (this.#cancel !== undefined) return;
    const cancel = new AbortController();
    this.#cancel = cancel;
    const total = countTiles(this.#on.cover);
    const since = instant(this.#on.now());
    const counts = { done: 0, failed: 0 };
    const show = () => {
      this.#state = { kind: 'running', ...counts, total, since };
      this.#on.onChange();
    };
    show();
    const why = await this.#all(counts, show, cancel.signal);
    this.#cancel = undefined;
    const how = cancel.signal.aborted ? 'cancelled' : why === undefined ? 'whole' : 'halted';
    const at = instant(this.#on.now());
    this.#state = {
      kind: 'over',
      how,
      ...counts,
      total,
      at,
      ...(how !== 'halted' || why === undefined ? {} : { why }),
    };
    this.#on.onChange();
  }

  cancel(): void {
    this.#cancel?.abort();
  }

  /** @returns why it was given up */
  async #all(
    counts: { done: number; failed: number },
    show: () => void,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { cover, store, server, perSecond, now } = this.#on;
    let inARow = 0;
    let passed = 0;
    for (const address of tilesOf(cover)) {
      if (signal.aborted) return undefined;
      if (store.isFresh(address)) {
        counts.done++;
        if (++passed % STEP === 0) await pause(0, signal);
        continue;
      }
      const began = now();
      const { unkept } = server.counts;
      const fetched = await server.fetch(address);
      if (fetched.kind === 'tile') {
        counts.done++;
        inARow = 0;
        if (server.counts.unkept > unkept)
          return 'the tiles cannot be kept: the disk or the server forbids it';
      } else {
        counts.failed++;
        inARow++;
        if (inARow >= PATIENCE) return 'why' in fetched ? fetched.why : 'no answer';
      }
      show();
      const rest = fetched.kind === 'down' ? server.restMs : 0;
      await pause(Math.max(rest, began + 1_000 / perSecond - now()), signal);
    }
    return undefined;
  }

  async #countWanted(): Promise<number> {
    let wanted = 0;
    let passed = 0;
    for (const address of tilesOf(this.#on.cover)) {
      if (!this.#on.store.isFresh(address)) wanted++;
      if (++passed % STEP === 0) await pause(0, undefined);
    }
    return wanted;
  }
}

/** Lets others have their turn. @returns at once where it is called off */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, Math.max(0, ms));
    signal?.addEventListener('abort', over);
    if (signal?.aborted) over();
  });
}
