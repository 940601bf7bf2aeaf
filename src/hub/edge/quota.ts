/** A token bucket: `perSecond` on average, `burst` at once. */
export interface Quota {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** What each source may send; bounded, so that a source that invents names does not cost memory. */
export class Quotas {
  readonly #quota: Quota;
  readonly #most: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(quota: Quota, most = 1_000) {
    this.#quota = quota;
    this.#most = most;
  }

  /**
   * Takes one token of `source`.
   * @param now ms
   * @returns false where it has none left
   */
  take(source: string, now: number): boolean {
    const { perSecond, burst } = this.#quota;
    const bucket = this.#buckets.get(source) ?? { tokens: burst, at: now };
    // A clock that was set back must not cost anybody what it was ahead.
    const elapsed = Math.max(0, now - bucket.at);
    bucket.tokens = Math.min(burst, bucket.tokens + (elapsed / 1_000) * perSecond);
    bucket.at = now;
    this.#buckets.delete(source);
    this.#buckets.set(source, bucket);
    if (this.#buckets.size > this.#most) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}
