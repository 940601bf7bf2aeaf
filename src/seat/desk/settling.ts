interface Waiter {
  readonly isSettled: () => boolean;
  readonly resolve: () => void;
  readonly timer: NodeJS.Timeout;
}

/** Those who wait for the hub's answer to something that this seat has done. */
export class Settling {
  readonly #waiting = new Set<Waiter>();
  readonly #mostMs: number;

  /** @param mostMs after which nobody waits any longer */
  constructor(mostMs: number) {
    this.#mostMs = mostMs;
  }

  /** Resolves when it is settled, which `check` looks at, or has taken too long. */
  wait(isSettled: () => boolean): Promise<void> {
    if (isSettled()) return Promise.resolve();
    return new Promise((resolve) => {
      const waiter = { isSettled, resolve, timer: setTimeout(() => this.#end(waiter), this.#mostMs) };
      this.#waiting.add(waiter);
    });
  }

  /** Something was answered, or the hub is gone. */
  check(): void {
    for (const waiter of this.#waiting) if (waiter.isSettled()) this.#end(waiter);
  }

  close(): void {
    for (const waiter of this.#waiting) this.#end(waiter);
  }

  #end(waiter: Waiter): void {
    clearTimeout(waiter.timer);
    this.#waiting.delete(waiter);
    waiter.resolve();
  }
}
