import type { Link } from '../../src/node/mqtt/link.ts';
import { levelsOf, matcher } from '../../src/node/mqtt/topic-filter.ts';
import type { LinkState, MessageHandler, PublishOptions, PublishResult } from '../../src/node/mqtt/types.ts';

export interface Published {
  readonly topic: string;
  readonly text: string;
  readonly options: PublishOptions;
}

const bytesOf = (payload: unknown): Uint8Array => {
  if (payload instanceof Uint8Array) return payload;
  return new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
};

const matches = (filter: string, topic: string): boolean => matcher(filter)(levelsOf(topic));

/**
 * A transport within the process, for tests that need to say in which order messages arrive and which get lost.
 * It has no broker: what is published goes to `onPublish`, what is heard the test says.
 */
export class MemoryLink implements Pick<Link, 'subscribe' | 'publish' | 'onState'> {
  readonly published: Published[] = [];
  /** the other end of the line */
  onPublish: (message: Published) => void = () => {};
  online = true;
  readonly #handlers = new Set<{ readonly filter: string; readonly handler: MessageHandler }>();
  readonly #watchers = new Set<(state: LinkState) => void>();

  subscribe(filter: string, _options: unknown, handler: MessageHandler): () => void {
    const entry = { filter, handler };
    this.#handlers.add(entry);
    return () => this.#handlers.delete(entry);
  }

  onState(listener: (state: LinkState) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  become(kind: 'up' | 'down'): void {
    const where = { since: 0, broker: 'mqtt://memory' };
    for (const told of this.#watchers)
      told(kind === 'up' ? { kind, ...where, refusedFilters: [] } : { kind, ...where });
  }

  async publish(
    topic: string,
    payload: string | Uint8Array,
    options: PublishOptions,
  ): Promise<PublishResult> {
    if (!this.online) return { ok: false, reason: 'offline' };
    const message = { topic, text: typeof payload === 'string' ? payload : '', options };
    this.published.push(message);
    this.onPublish(message);
    return { ok: true, noSubscribers: false };
  }

  /** Delivers a message: bytes and text as they are, anything else as JSON. */
  say(topic: string, payload: unknown, retain = false): void {
    for (const { filter, handler } of this.#handlers)
      if (matches(filter, topic)) void handler(topic, bytesOf(payload), { retain, at: 0 });
  }

  /** All that was said on topics that fit, read as JSON. */
  heard(filter: string): readonly Record<string, unknown>[] {
    return this.published
      .filter(({ topic }) => matches(filter, topic))
      .map(({ text }) => JSON.parse(text) as Record<string, unknown>);
  }

  get listeners(): number {
    return this.#handlers.size;
  }
}
