import type { PublishResult } from '../../node/mqtt/types.ts';

/** Publishes at QoS 1, retained. */
export type PublishRetained = (topic: string, payload: string) => Promise<PublishResult>;

/**
 * What this hub wants the broker to keep, against what the broker has. Only differences are published, so that
 * a restart of the hub doesn't send every seat the whole city again, and a broker that lost its memory gets it
 * back. What the hub no longer wants is removed.
 */
export class Shelf {
  readonly #publish: PublishRetained;
  readonly #wanted = new Map<string, string>();
  readonly #there = new Map<string, boolean>();

  constructor(publish: PublishRetained) {
    this.#publish = publish;
  }

  /** An empty payload: it is wanted no more. */
  want(topic: string, payload: string): void {
    if (payload === '') this.#wanted.delete(topic);
    else this.#wanted.set(topic, payload);
  }

  /** The link is gone: what the broker has is unknown until it has said so again. */
  forget(): void {
    this.#there.clear();
  }

  /** The broker has this. */
  heard(topic: string, payload: Uint8Array): void {
    if (payload.length === 0) {
      this.#there.delete(topic);
      return;
    }
    const wanted = this.#wanted.get(topic);
    this.#there.set(topic, wanted !== undefined && Buffer.from(wanted).equals(payload));
  }

  /**
   * All that was retained has been heard: publishes what differs.
   * @returns the topics that were removed, and those that the broker did not take
   */
  async settle(): Promise<{ readonly removed: readonly string[]; readonly refused: readonly string[] }> {
    const removed = [...this.#there.keys()].filter((topic) => !this.#wanted.has(topic));
    const missing = [...this.#wanted].filter(([topic]) => this.#there.get(topic) !== true);
    const orders = [...removed.map((topic) => [topic, ''] as const), ...missing];
    const results = await Promise.all(orders.map(([topic, payload]) => this.#publish(topic, payload)));
    const refused = orders.flatMap(([topic], i) => (results[i]?.ok ? [] : [topic]));
    return { removed, refused };
  }
}
