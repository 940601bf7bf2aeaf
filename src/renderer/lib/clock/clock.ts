/** One ticking second for the whole window: it runs only while somebody looks. */
export interface Clock {
  /** ms since the epoch at the last tick, so that all ages on a screen agree */
  now(): number;
  subscribe(listener: () => void): () => void;
}

/** @param read the machine's clock, ms since the epoch */
export function createClock(read: () => number = Date.now): Clock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at = read();

  function tick(): void {
    at = read();
    timer = setTimeout(tick, 1_000 - (at % 1_000));
    for (const listener of listeners) listener();
  }
  return {
    now() {
      if (timer === undefined && Math.abs(read() - at) >= 1_000) at = read();
      return at;
    },
    subscribe(listener) {
      listeners.add(listener);
      if (timer === undefined) {
        at = read();
        timer = setTimeout(tick, 1_000 - (at % 1_000));
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
