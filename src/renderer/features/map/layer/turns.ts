/**
 * Lets several canvases be painted one a frame instead of all in one: each takes some ten milliseconds, and a
 * dragged map must not wait for their sum. Who asks twice is served once. While they are held nobody is: a map that
 * isn't seen paints nothing, and what it missed once when it is seen again.
 */
export class Turns {
  readonly #waiting = new Set<() => void>();
  #frame: number | undefined;
  #held = false;

  ask(paint: () => void): void {
    this.#waiting.add(paint);
    this.#await();
  }

  hold(held: boolean): void {
    this.#held = held;
    this.#await();
  }

  withdraw(paint: () => void): void {
    this.#waiting.delete(paint);
  }

  dispose(): void {
    this.#waiting.clear();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #await(): void {
    if (!this.#held && this.#waiting.size > 0) this.#frame ??= requestAnimationFrame(() => this.#next());
  }

  #next(): void {
    this.#frame = undefined;
    if (this.#held) return;
    const [paint] = this.#waiting;
    if (!paint) return;
    this.#waiting.delete(paint);
    this.#await();
    paint();
  }
}
