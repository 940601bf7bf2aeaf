import { levelsOf, matcher, type TopicLevels } from './topic-filter.ts';
import type { MessageFacts, MessageHandler, QoS } from './types.ts';

interface Subscription {
  readonly filter: string;
  readonly wants: (topic: TopicLevels) => boolean;
  readonly qos: QoS;
  readonly handler: MessageHandler;
}

/** Who wants which topics. Outlives every connection, so that each new one can subscribe to all of it. */
export class Subscriptions {
  readonly #all = new Set<Subscription>();
  readonly #onError: (filter: string, error: unknown) => void;

  constructor(onError: (filter: string, error: unknown) => void) {
    this.#onError = onError;
  }

  /** @returns takes it back and answers whether nobody else wants the filter any more */
  add(filter: string, qos: QoS, handler: MessageHandler): () => boolean {
    const subscription: Subscription = { filter, wants: matcher(filter), qos, handler };
    this.#all.add(subscription);
    return () => this.#all.delete(subscription) && !this.filters().has(filter);
  }

  /** Each filter once, with the highest QoS asked for. */
  filters(): ReadonlyMap<string, QoS> {
    const filters = new Map<string, QoS>();
    for (const { filter, qos } of this.#all) {
      if (qos >= (filters.get(filter) ?? 0)) filters.set(filter, qos);
    }
    return filters;
  }

  /** Hands a message to all who want it. A handler that throws or rejects is told about; the others go on. */
  dispatch(topic: string, payload: Uint8Array, facts: MessageFacts): void {
    const levels = levelsOf(topic);
    for (const { filter, wants, handler } of this.#all) {
      if (!wants(levels)) continue;
      try {
        handler(topic, payload, facts)?.catch((error: unknown) => this.#onError(filter, error));
      } catch (error) {
        this.#onError(filter, error);
      }
    }
  }
}
