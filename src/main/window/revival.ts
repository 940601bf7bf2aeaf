import type { Log } from '../../node/log/log.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';

/** What is used of a window's WebContents. */
export interface Contents {
  on(event: 'render-process-gone', listener: (event: unknown, details: Gone) => void): unknown;
  on(event: 'unresponsive' | 'responsive' | 'destroyed', listener: () => void): unknown;
  isDestroyed(): boolean;
  forcefullyCrashRenderer(): void;
}
interface Gone {
  readonly reason: string;
  readonly exitCode: number;
}

export interface RevivalOptions {
  readonly contents: Contents;
  /** loads the page anew; rejects where that fails */
  readonly load: () => Promise<void>;
  readonly log: Log;
  readonly now: () => number;
}

/** What the page is told that has been loaded anew. */
export interface Returned {
  readonly at: Instant;
  /** where the operator was, as the page of before had said it */
  readonly place?: string;
}

/** Before the page is loaded again: 250 ms, then twice as long each time, to 30 s; a minute's good life forgives. */
const FIRST_WAIT_MS = 250;
const MAX_WAIT_MS = 30_000;
const GOOD_LIFE_MS = 60_000;
/** Chromium says that a page hangs after some 15 s; it may be given back as long again before it is ended. */
const HANG_MS = 15_000;

/**
 * Brings a window's page back whose process has died or hangs: the console must not stay away for good while the seat
 * engine works on. What the page has asked to keep of the operator's place lives in main's memory, never on disk.
 */
export class Revival {
  readonly #on: RevivalOptions;
  #tries = 0;
  #loadedAt: number;
  #place: string | undefined;
  #returned: Returned | undefined;
  #timer: NodeJS.Timeout | undefined;
  #hanging: NodeJS.Timeout | undefined;

  constructor(options: RevivalOptions) {
    this.#on = options;
    this.#loadedAt = options.now();
    const { contents, log } = options;
    contents.on('render-process-gone', (_event, details) => this.#gone(details));
    contents.on('unresponsive', () => {
      log.warn('the page does not respond');
      clearTimeout(this.#hanging);
      this.#hanging = setTimeout(() => this.#end(), HANG_MS);
    });
    contents.on('responsive', () => {
      log.info('the page responds again');
      clearTimeout(this.#hanging);
    });
    contents.on('destroyed', () => this.#stop());
  }

  /** Undefined while the page is the first. */
  get returned(): Returned | undefined {
    return this.#returned;
  }

  /** Where the operator is now, in the page's own words. */
  keep(place: string): void {
    this.#place = place;
  }

  #gone({ reason, exitCode }: Gone): void {
    clearTimeout(this.#hanging);
    if (reason === 'clean-exit') return;
    const wait = this.#again();
    this.#on.log.error(
      { reason, exitCode, tries: this.#tries, wait },
      'the page has gone and is loaded anew',
    );
  }

  /** @returns after how long, ms */
  #again(): number {
    this.#tries = this.#on.now() - this.#loadedAt > GOOD_LIFE_MS ? 1 : this.#tries + 1;
    const wait = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#tries - 1));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#load(), wait);
    return wait;
  }

  async #load(): Promise<void> {
    const { contents, load, log, now } = this.#on;
    if (contents.isDestroyed()) return;
    const mine = this.#timer;
    this.#loadedAt = now();
    // What the operator was looking at may be what killed it: a second time the page comes back without it.
    const place = this.#tries > 1 || this.#place === undefined ? {} : { place: this.#place };
    this.#returned = { at: instant(this.#loadedAt), ...place };
    try {
      await load();
    } catch (err) {
      if (mine !== this.#timer || contents.isDestroyed()) return; // it has died meanwhile, or was closed
      log.error({ err, wait: this.#again() }, 'the page could not be loaded anew');
    }
  }

  #end(): void {
    if (this.#on.contents.isDestroyed()) return;
    this.#on.log.error('the page hangs and is ended');
    this.#on.contents.forcefullyCrashRenderer();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#hanging);
  }
}
