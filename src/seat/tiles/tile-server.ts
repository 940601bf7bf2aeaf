import { type TileAddress, tileUrl } from '../../shared/geo/tile.ts';
import { type Fetched, type FetchTile, fetchTile } from './fetch-tile.ts';
import type { KeptTile, TileStore } from './tile-store.ts';

/** A server that failed is asked again after so long, at the soonest. */
const REST_MS = 20_000;
/** As browsers do: one server is asked for so many things at once. */
const AT_ONCE = 4;
/** A map that is moved about asks for more than anybody will look at: the oldest wishes are dropped. */
const MOST_WAITING = 200;
/** What was no picture is not asked for again at each look at it. */
const REFUSED_MS = 600_000;
const MOST_REFUSED = 1_000;

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
 * does not answer. What it gives is kept before anybody sees it.
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
    switch (fetched.kind) {
      case 'tile':
        this.#reach = { kind: 'up', at: now };
        this.#keep(address, fetched.tile, fetched.mayKeep);
        break;
      case 'refused':
        this.#reach = { kind: 'up', at: now };
        this.#refused++;
        if (this.#refusals.size >= MOST_REFUSED) this.#refusals.clear();
        this.#refusals.set(nameOf(address), { until: now + REFUSED_MS, why: fetched.why });
        break;
      case 'down': {
        const since = this.#reach.kind === 'down' ? this.#reach.since : now;
        this.#reach = { kind: 'down', since, why: fetched.why };
        this.#restUntil = now + Math.max(REST_MS, fetched.waitMs ?? 0);
        for (const job of this.#waiting.splice(0)) this.#settle(job, fetched);
        break;
      }
      case 'aborted':
        return;
    }
    this.#on.onChange();
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
