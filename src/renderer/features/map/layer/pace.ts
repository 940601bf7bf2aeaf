/** At most ten live paintings a second: more can't be read, and each costs. */
const LIVE_MS = 100;

/** Gathers wishes for a painting: run at the next frame, but not sooner than LIVE_MS after the last. */
export class Pace {
  readonly #run: () => void;
  #last = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  ask(): void {
    if (this.#timer !== undefined || this.#frame !== undefined) return;
    const wait = this.#last + LIVE_MS - performance.now();
    if (wait <= 0) this.#atFrame();
    else this.#timer = setTimeout(() => this.#atFrame(), wait);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#timer = this.#frame = undefined;
  }

  #atFrame(): void {
    this.#timer = undefined;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#last = performance.now();
      this.#run();
    });
  }
}
