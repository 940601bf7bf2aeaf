/** At most ten live paintings a second: more can't be read, and each costs. */
const LIVE_MS = 100;

/** Gathers wishes for a painting: run once for all of them, but not sooner than LIVE_MS after the last. */
export class Pace {
  readonly #run: () => void;
  #last = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  ask(): void {
    this.#timer ??= setTimeout(() => this.#go(), Math.max(0, this.#last + LIVE_MS - performance.now()));
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #go(): void {
    this.#timer = undefined;
    this.#last = performance.now();
    this.#run();
  }
}
