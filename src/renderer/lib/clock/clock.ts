/** One ticking second for the whole window: it runs only while somebody looks. Times in ms since the epoch. */
export interface Clock {
  /** the room's time at the last tick, so that all ages on a screen agree */
  now(): number;
  /** the machine's own, for what this machine has stamped */
  machine(): number;
  /** how far the machine's clock is ahead of the room's, as far as that is known */
  skew(): number;
  /** What one word of the hub says: the machine's clock minus the hub's, with what the way took. */
  hear(offset: number): void;
  subscribe(listener: () => void): () => void;
}

/** A clock that is wrong by less is left alone: the way of a word alone takes some of it. */
const WORTH_MENDING_MS = 1_000;
/** A word that was held up says too much; of so many the least is nearest to the truth. */
const WORDS = 3;

/** @param read the machine's clock */
export function createClock(read: () => number = Date.now): Clock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at = read();
  let skew = 0;
  let heard: readonly number[] = [];

  const wait = () => {
    timer = setTimeout(tick, 1_000 - ((at - skew) % 1_000));
  };
  function tick(): void {
    at = read();
    wait();
    for (const listener of listeners) listener();
  }
  function machine(): number {
    if (timer === undefined && Math.abs(read() - at) >= 1_000) at = read();
    return at;
  }
  return {
    machine,
    now: () => machine() - skew,
    skew: () => skew,
    hear(offset) {
      if (offset === heard.at(-1)) return; // the same word, told again
      heard = [...heard, offset].slice(-WORDS);
      const least = Math.min(...heard);
      if (Math.abs(least - skew) < WORTH_MENDING_MS) return;
      skew = least;
      if (timer === undefined) return;
      clearTimeout(timer);
      tick();
    },
    subscribe(listener) {
      listeners.add(listener);
      if (timer === undefined) {
        at = read();
        wait();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}
