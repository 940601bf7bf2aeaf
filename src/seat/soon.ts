/** Makes of many wishes within a short while one deed: for what windows are told of a burst. */
export class Soon {
  readonly #run: () => void;
  readonly #waitMs: number;
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;

  /** @param waitMs 0 gathers what happens in the same turn of the loop */
  constructor(run: () => void, waitMs = 0) {
    this.#run = run;
    this.#waitMs = waitMs;
  }

  ask(): void {
    this.#timer ??=
      this.#waitMs === 0 ? setImmediate(() => this.flush()) : setTimeout(() => this.flush(), this.#waitMs);
  }

  /** Does it now, if anybody asked. */
  flush(): void {
    if (this.#timer === undefined) return;
    this.close();
    this.#run();
  }

  /** Forgets what was asked. */
  close(): void {
    clearTimeout(this.#timer as NodeJS.Timeout);
    clearImmediate(this.#timer as NodeJS.Immediate);
    this.#timer = undefined;
  }
}
