/** What must have happened on a connection before the room can work with this hub. */
const STEPS = ['order', 'head'] as const;

/**
 * Whether what a seat sends now is answered: the link is up and subscribed, the broker is in `order` (what it had
 * retained has been read, what it shall retain is there) and the room has been told of the `head`. Each connection
 * begins anew.
 */
export class Readiness {
  readonly #missing = new Set<(typeof STEPS)[number]>(STEPS);
  readonly #first = Promise.withResolvers<void>();

  /** Resolves when the hub is ready for the first time. */
  get first(): Promise<void> {
    return this.#first.promise;
  }

  get now(): boolean {
    return this.#missing.size === 0;
  }

  reached(step: (typeof STEPS)[number]): void {
    this.#missing.delete(step);
    if (this.now) this.#first.resolve();
  }

  /** The link is gone. */
  lost(): void {
    for (const step of STEPS) this.#missing.add(step);
  }
}
