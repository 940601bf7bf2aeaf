/**
 * Lets several canvases be painted one a frame instead of all in one: each takes some ten milliseconds, and a
 * dragged map must not wait for their sum. Who asks twice is served once.
 */
export class Turns {
  readonly #waiting = new Set<() => void>();
  #frame: number | undefined;

  ask(paint: () => void): void {
    this.#waiting.add(paint);
    this.#frame ??= requestAnimationFrame(() => this.#next());
  }

  withdraw(paint: () => void): void {
    this.#waiting.delete(paint);
  }

  dispose(): void {
    this.#waiting.clear();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #next(): void {
    this.#frame = undefined;
    const [paint] = this.#waiting;
    if (!paint) return;
    this.#waiting.delete(paint);
    if (this.#waiting.size > 0) this.#frame = requestAnimationFrame(() => this.#next());
    paint();
  }
}
