export interface SoonOptions {
  /** how long wishes are gathered, ms; 0 gathers what happens in the same turn of the loop */
  readonly waitMs?: number;
  /**
   * at least so long after the time before, ms: a lone wish is met at once, a flood of them seldom. A function is asked
   * when a wish comes: what costs more may be done more seldom.
   */
  readonly gapMs?: number | (() => number);
}

/** Makes of many wishes within a short while one deed: for what windows are told of a burst. */
export class Soon {
  readonly #run: () => void;
  readonly #waitMs: number;
  readonly #gapMs: () => number;
  /** calls it off, while one is to come */
  #cancel: (() => void) | undefined;
  #ranAt = -Infinity;

  constructor(run: () => void, { waitMs = 0, gapMs = 0 }: SoonOptions = {}) {
    this.#run = run;
    this.#waitMs = waitMs;
    this.#gapMs = typeof gapMs === 'number' ? () => gapMs : gapMs;
  }

  ask(): void {
    if (this.#cancel !== undefined) return;
    const wait = Math.max(this.#waitMs, this.#ranAt + this.#gapMs() - performance.now());
    if (wait <= 0) {
      const immediate = setImmediate(() => this.flush());
      this.#cancel = () => clearImmediate(immediate);
    } else {
      const timer = setTimeout(() => this.flush(), wait);
      this.#cancel = () => clearTimeout(timer);
    }
  }

  /** Does it now, if anybody asked. */
  flush(): void {
    if (this.#cancel === undefined) return;
    this.close();
    this.#ranAt = performance.now();
    this.#run();
  }

  /** Forgets what was asked. */
  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
