import { type TileAddress, tileUrl } from '../../shared/geo/tile.ts';
import { type Fetched, type FetchTile, fetchTile } from './fetch-tile.ts';
import type { KeptTile, TileStore } from './tile-store.ts';

/** A server that failed, or a tile that it could not make, is asked for again after so long, at the soonest. */
const REST_MS = 20_000;
/** As browsers do: one server is asked for so many things at once. */
const AT_ONCE = 4;
/** A map that is moved about asks for more than anybody will look at: the oldest wishes are dropped. */
const MOST_WAITING = 200;
/** What was no picture is not asked for again at each look at it. */
const REFUSED_MS = 600_000;
const MOST_REFUSED = 1_000;
/** From so many failures on end, of whatever tiles, it is the server that is not well. */
const FAILS_IN_A_ROW = 8;

/** Whether a tile server answers. */
export type Reach =
  | { readonly kind: 'untried' }
  | { readonly kind: 'up'; readonly at: number }
  | { readonly kind: 'down'; readonly since: number; readonly why: string };

export interface TileServerOptions extends FetchTile {
  readonly template: string;
  readonly key: string | undefined;
  readonly store: TileStore;
  /** writes to the disk. @returns false where that took nothing */
  readonly keep: (write: () => void) => boolean;
  readonly onChange: () => void;
}

interface Job {
  readonly address: TileAddress;
  readonly done: PromiseWithResolvers<Fetched>;
}

/**
 * One tile server: asked for one tile once, however many want it, a few at a time, and left alone for a while when it
 * does not answer, or fails at all it is asked for: one tile that it can't make leaves the others alone. What it gives is kept before anybody sees it.
 */
export class TileServer {
  readonly #on: TileServerOptions;
  readonly #jobs = new Map<string, Job>();
  readonly #waiting: Job[] = [];
  readonly #stop = new AbortController();
  /** until when they are not asked for again */
  readonly #refusals = new Map<string, { readonly until: number; readonly why: string }>();
  #running = 0;
  #reach: Reach = { kind: 'untried' };
  #restUntil = 0;
  #refused = 0;
  #failsInARow = 0;
  #unkept = 0;

  constructor(options: TileServerOptions) {
    this.#on = options;
  }

  get reach(): Reach {
    return this.#reach;
  }

  /** Answers that were no picture, and tiles that the disk did not take or the server forbids to keep. */
  get counts(): { readonly refused: number; readonly unkept: number } {
    return { refused: this.#refused, unkept: this.#unkept };
  }

  /** How long it is to be left alone, ms. */
  get restMs(): number {
    return Math.max(0, this.#restUntil - this.#on.now());
  }

  /** Fetches a tile, or has it looked at again. */
  fetch(address: TileAddress): Promise<Fetched> {
    const name = nameOf(address);
    const known = this.#jobs.get(name);
    if (known !== undefined) return known.done.promise;
    if (this.#stop.signal.aborted) return Promise.resolve({ kind: 'aborted' });
    const refusal = this.#refusals.get(name);
    if (refusal !== undefined && refusal.until > this.#on.now())
      return Promise.resolve({ kind: 'refused', why: refusal.why });
    if (this.restMs > 0) {
      const why = this.#reach.kind === 'down' ? this.#reach.why : 'resting';
      return Promise.resolve({ kind: 'down', why, waitMs: this.restMs });
    }
    const job: Job = { address, done: Promise.withResolvers() };
    this.#jobs.set(name, job);
    this.#waiting.push(job);
    if (this.#waiting.length > MOST_WAITING) this.#settle(this.#waiting.shift()!, { kind: 'aborted' });
    this.#next();
    return job.done.promise;
  }

  close(): void {
    this.#stop.abort();
    for (const job of this.#waiting.splice(0)) this.#settle(job, { kind: 'aborted' });
  }

  #next(): void {
    // The latest wish first: it is what somebody looks at now.
    while (this.#running < AT_ONCE && this.#waiting.length > 0) void this.#run(this.#waiting.pop()!);
  }

  async #run(job: Job): Promise<void> {
    this.#running++;
    const { template, key, store } = this.#on;
    const kept = store.get(job.address);
    const { signal } = this.#stop;
    const answered = await fetchTile(tileUrl(template, job.address, key), kept, this.#on, signal);
    // What comes while it is closed has nowhere to be kept.
    const fetched: Fetched = signal.aborted ? { kind: 'aborted' } : answered;
    this.#running--;
    this.#take(job.address, fetched);
    this.#settle(job, fetched);
    this.#next();
  }

  #take(address: TileAddress, fetched: Fetched): void {
    const now = this.#on.now();
    if (fetched.kind === 'tile' || fetched.kind === 'refused') this.#failsInARow = 0;
    switch (fetched.kind) {
      case 'tile':
        this.#reach = { kind: 'up', at: now };
        this.#keep(address, fetched.tile, fetched.mayKeep);
        break;
      case 'refused':
        this.#reach = { kind: 'up', at: now };
        this.#refuse(address, now + REFUSED_MS, fetched.why);
        break;
      case 'failed':
        this.#refuse(address, now + REST_MS, fetched.why);
        if (++this.#failsInARow >= FAILS_IN_A_ROW)
          this.#rest({ ...fetched, kind: 'down', waitMs: undefined }, now);
        break;
      case 'down':
        this.#rest(fetched, now);
        break;
      case 'aborted':
        return;
    }
    this.#on.onChange();
  }

  #refuse(address: TileAddress, until: number, why: string): void {
    this.#refused++;
    if (this.#refusals.size >= MOST_REFUSED) this.#refusals.clear();
    this.#refusals.set(nameOf(address), { until, why });
  }

  #rest(down: Fetched & { readonly kind: 'down' }, now: number): void {
    const since = this.#reach.kind === 'down' ? this.#reach.since : now;
    this.#reach = { kind: 'down', since, why: down.why };
    this.#restUntil = now + Math.max(REST_MS, down.waitMs ?? 0);
    for (const job of this.#waiting.splice(0)) this.#settle(job, down);
  }

  #keep(address: TileAddress, tile: KeptTile, mayKeep: boolean): void {
    const { store, keep } = this.#on;
    if (!mayKeep || !keep(() => store.put(address, tile))) this.#unkept++;
  }

  #settle(job: Job, fetched: Fetched): void {
    this.#jobs.delete(nameOf(job.address));
    job.done.resolve(fetched);
  }
}

const nameOf = ({ z, x, y }: TileAddress): string => `${z}/${x}/${y}`;
