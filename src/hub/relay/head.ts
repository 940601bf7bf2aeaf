import type { Head } from '../../shared/wire/presence.ts';
import { instant } from '../../shared/wire/time.ts';

const EVERY_MS = 5_000;

/**
 * Says how far the hub has come, after each burst and every 5 s: seats take the hub for gone when it stays
 * silent. It never names an event that the broker does not have yet.
 */
export class HeadTicker {
  readonly #publish: (head: Head) => void;
  readonly #epoch: string;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #seq: number | undefined;

  constructor(epoch: string, now: () => number, publish: (head: Head) => void) {
    this.#epoch = epoch;
    this.#now = now;
    this.#publish = publish;
  }

  /** All events up to here are published; the first call starts the ticking. */
  reached(seq: number): void {
    this.#seq = seq;
    this.#say();
    this.#timer ??= setInterval(() => this.#say(), EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #say(): void {
    if (this.#seq === undefined) return;
    this.#publish({ v: 1, epoch: this.#epoch, seq: this.#seq, at: instant(this.#now()) });
  }
}
