/** Sends now; answers false when nobody waits for it any more, so that the next may go in its place. */
type Send = () => boolean;

/**
 * Limits how many QoS 1 publishes are unacknowledged at once: MQTT 5 lets a broker close the connection of a
 * client that passes its Receive Maximum, and mqtt.js does not count for us.
 */
export class SendWindow {
  readonly #size: number;
  readonly #maxWaiting: number;
  #waiting: Send[] = [];
  #head = 0;
  #used = 0;

  constructor(size: number, maxWaiting: number) {
    this.#size = size;
    this.#maxWaiting = maxWaiting;
  }

  /** Runs `send` now or when its turn comes. @returns false when too many are waiting already */
  enter(send: Send): boolean {
    if (this.#used >= this.#size) {
      if (this.#waiting.length - this.#head >= this.#maxWaiting) return false;
      this.#waiting.push(send);
      return true;
    }
    this.#used += 1;
    if (!send()) this.leave();
    return true;
  }

  /** One was acknowledged, or will never be. */
  leave(): void {
    for (let next = this.#next(); next; next = this.#next()) {
      if (next()) return;
    }
    this.#used -= 1;
  }

  #next(): Send | undefined {
    const next = this.#waiting[this.#head];
    this.#head += 1;
    if (next && this.#head < 1_000) return next;
    // Taking from the front one by one is slow with thousands waiting; what has passed is dropped now and then.
    this.#waiting = this.#waiting.slice(this.#head);
    this.#head = 0;
    return next;
  }
}
