import type { Log } from '../../node/log/log.ts';

const RETRY_MS = 1_000;

export interface DrainingOptions {
  /** takes what waits to the broker, in order; resolves with whether it took all of it */
  readonly drain: () => Promise<boolean>;
  /** nothing waits any more */
  readonly drained?: () => void;
  /** what `drain` could not do, for the log */
  readonly trouble: string;
  readonly log: Log;
}

/**
 * Takes from the store to the broker whatever waits there: when woken, until nothing is left, and again after a second
 * where that failed. Never twice at once, for order is the promise.
 */
export class Draining {
  readonly #on: DrainingOptions;
  #running: Promise<void> | undefined;
  #woken = false;
  #stopped = false;
  #failing = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: DrainingOptions) {
    this.#on = options;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Something may have been committed, or the broker is back. */
  readonly wake = (): void => {
    if (this.#stopped) return;
    this.#woken = true;
    this.#running ??= this.#run();
  };

  /** Resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    await this.#running;
  }

  async #run(): Promise<void> {
    clearTimeout(this.#retry);
    const { drain, drained, trouble, log } = this.#on;
    try {
      while (this.#woken && !this.#stopped) {
        this.#woken = false;
        const all = await drain();
        this.#failing = false;
        if (all) drained?.();
        else this.#later();
      }
    } catch (err) {
      // Tried again each second: said when it begins.
      if (!this.#failing) log.error({ err }, trouble);
      this.#failing = true;
      this.#later();
    } finally {
      this.#running = undefined;
    }
  }

  #later(): void {
    if (this.#stopped) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(this.wake, RETRY_MS);
  }
}
