/** A source that sends more than its quota. */
export interface Flood {
  /** the kind of topic it sends on */
  readonly kind: string;
  readonly source: string;
  /** messages dropped since it began */
  readonly dropped: number;
}

interface Entry {
  readonly kind: string;
  readonly source: string;
  dropped: number;
  last: number;
  saidAt: number;
  said: number;
}

const OVER_MS = 60_000;
const SAY_EVERY_MS = 30_000;

/** Names who floods. Bounded: who invents names is named under some of them. */
export class Floods {
  readonly #most: number;
  readonly #entries = new Map<string, Entry>();

  constructor(most = 50) {
    this.#most = most;
  }

  /**
   * One message of `source` was dropped.
   * @param now ms
   * @returns how many were dropped since the last line about it; undefined where none is due
   */
  dropped(kind: string, source: string, now: number): number | undefined {
    const key = `${kind}\n${source}`;
    const known = this.#entries.get(key) ?? this.#begin(key, kind, source, now);
    if (known === undefined) return undefined;
    known.dropped += 1;
    known.last = now;
    if (now - known.saidAt < SAY_EVERY_MS) return undefined;
    const since = known.dropped - known.said;
    known.saidAt = now;
    known.said = known.dropped;
    return since;
  }

  /** Those of the last minute. */
  current(now: number): readonly Flood[] {
    for (const [key, { last }] of this.#entries) if (now - last >= OVER_MS) this.#entries.delete(key);
    return [...this.#entries.values()];
  }

  #begin(key: string, kind: string, source: string, now: number): Entry | undefined {
    if (this.#entries.size >= this.#most) this.current(now);
    if (this.#entries.size >= this.#most) return undefined;
    const entry = { kind, source, dropped: 0, last: now, saidAt: -Infinity, said: 0 };
    this.#entries.set(key, entry);
    return entry;
  }
}
