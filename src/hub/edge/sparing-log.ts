/** Lets a line of each kind into the log only now and then: what fails with each message must not drown the rest. */
export class Sparing {
  readonly #everyMs: number;
  readonly #kinds = new Map<string, { saidAt: number; suppressed: number }>();

  constructor(everyMs = 30_000) {
    this.#everyMs = everyMs;
  }

  /**
   * @param kind from a closed list
   * @param now ms
   * @returns how many of the kind were passed over since the last line; undefined where none is due
   */
  due(kind: string, now: number): number | undefined {
    const known = this.#kinds.get(kind);
    if (known !== undefined && now - known.saidAt < this.#everyMs) {
      known.suppressed += 1;
      return undefined;
    }
    this.#kinds.set(kind, { saidAt: now, suppressed: 0 });
    return known?.suppressed ?? 0;
  }
}
