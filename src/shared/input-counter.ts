/**
 * The kind of a topic: its ids replaced by `+`, so that counts stay few however many lamps there are.
 * What doesn't belong to the contract is `other`.
 */
export function topicClass(topic: string): string {
  const parts = topic.split('/');
  if ((parts[0] !== 'city' && parts[0] !== 'room') || parts[1] !== 'v1' || parts.length > 5) return 'other';
  return parts.map((part, i) => (i < 3 || (i === 4 && parts[2] !== 'data') ? part : '+')).join('/');
}

/** One rejected input, as seen at the edge that validated it; `R` is the list of reasons of that edge. */
export interface Rejection<R extends string = string> {
  readonly topic: string;
  /** Short and from a closed list, such as `json`, `schema`, `unknown-lamp`, `version`. */
  readonly reason: R;
  /** Path of the field at fault, such as `args.level`. */
  readonly field?: string;
  readonly message: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface RejectionCount<R extends string = string> {
  readonly class: string;
  readonly reason: R;
  readonly count: number;
  /** The newest one. Its message may quote the input: show it, don't send it out of the room. */
  readonly last: Rejection<R>;
}

export interface RejectionSnapshot<R extends string = string> {
  /** All ever rejected, those of forgotten kinds too. */
  readonly total: number;
  /** How many were of kinds that have been forgotten because newer ones needed the room. */
  readonly forgotten: number;
  /** Newest first. */
  readonly kinds: readonly RejectionCount<R>[];
}

/** Whether this rejection is worth a line in the log, and how many of its kind went by in silence before it. */
export type LogAdvice = { readonly log: false } | { readonly log: true; readonly suppressed: number };

interface Entry<R extends string> {
  count: number;
  last: Rejection<R>;
  loggedAt: number;
  suppressed: number;
}

const cut = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/**
 * Counts rejected input by topic class and reason and keeps the last sample of each, for diagnostics.
 * Bounded: a source that invents topics or reasons pushes out the kinds seen longest ago, never memory.
 */
export class InputCounter<R extends string = string> {
  readonly #kinds = new Map<string, Entry<R>>();
  readonly #maxKinds: number;
  readonly #logEveryMs: number;
  #total = 0;
  #forgotten = 0;

  constructor({ maxKinds = 200, logEveryMs = 10_000 } = {}) {
    this.#maxKinds = maxKinds;
    this.#logEveryMs = logEveryMs;
  }

  reject(rejection: Rejection<R>): LogAdvice {
    const { topic, reason, at } = rejection;
    const key = `${topicClass(topic)}\n${reason}`;
    const sample = { ...rejection, topic: cut(topic), message: cut(rejection.message) };
    const entry = this.#kinds.get(key) ?? { count: 0, last: sample, loggedAt: -Infinity, suppressed: 0 };
    entry.count += 1;
    entry.last = sample;
    this.#total += 1;
    // A Map keeps the order of insertion: taking a key out and back in makes it the newest.
    this.#kinds.delete(key);
    this.#kinds.set(key, entry);
    this.#forgetOldest();
    if (at - entry.loggedAt < this.#logEveryMs) {
      entry.suppressed += 1;
      return { log: false };
    }
    const { suppressed } = entry;
    entry.loggedAt = at;
    entry.suppressed = 0;
    return { log: true, suppressed };
  }

  snapshot(): RejectionSnapshot<R> {
    const kinds = [...this.#kinds].reverse().map(([key, { count, last }]) => {
      const [kind = ''] = key.split('\n');
      return { class: kind, reason: last.reason, count, last };
    });
    return { total: this.#total, forgotten: this.#forgotten, kinds };
  }

  #forgetOldest(): void {
    if (this.#kinds.size <= this.#maxKinds) return;
    for (const [key, { count }] of this.#kinds) {
      this.#kinds.delete(key);
      this.#forgotten += count;
      return;
    }
  }
}
