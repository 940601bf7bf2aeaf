import { reconnectDelay } from './backoff.ts';
import { Connection } from './connection.ts';
import { LinkCounters, type LinkCounts } from './counters.ts';
import { Subscriptions } from './subscriptions.ts';
import type { LinkOptions, LinkState, MessageHandler, PublishOptions, PublishResult, QoS } from './types.ts';

/** A connection shorter than this counts as a failed attempt: two clients with one id throw each other out. */
const settledAfterMs = 10_000;
const closeGraceMs = 1_000;

export type { LinkCounts } from './counters.ts';
export type * from './types.ts';

function checkBrokers(brokers: readonly string[]): void {
  if (brokers.length === 0) throw new TypeError('no broker is given');
  for (const broker of brokers) {
    const { protocol, username, password } = new URL(broker);
    if (protocol !== 'mqtt:' && protocol !== 'mqtts:')
      throw new TypeError(`not an MQTT address: ${protocol}`);
    if (username || password)
      throw new TypeError('user and password do not belong in the address of a broker');
  }
}

/**
 * The link to the room's broker: one at a time out of a list, the first preferred, tried again for as long as
 * it lives. What it cannot send it refuses at once; keeping things for later is the outbox's work.
 */
export class Link {
  readonly #options: LinkOptions;
  readonly #counters = new LinkCounters();
  readonly #subscriptions: Subscriptions;
  readonly #listeners = new Set<(state: LinkState) => void>();
  #state: LinkState;
  #connection: Connection | undefined;
  /** Attempts since the link was last up for a while. */
  #attempt = 0;
  /** The broker is being left for the next one. */
  #leaving = false;
  /** How many brokers are still to be tried since one was left. */
  #toTry = 0;
  #next: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(options: LinkOptions) {
    checkBrokers(options.brokers);
    this.#options = options;
    this.#subscriptions = new Subscriptions((filter, err) => {
      this.#counters.handlerFailed(filter);
      options.log.error({ err, filter }, 'a message handler failed');
    });
    this.#state = { kind: 'down', since: Date.now(), broker: this.#broker() };
    this.#connect();
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Told of each change from now on. @returns stops it */
  onState(listener: (state: LinkState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Never throws and never waits for a link to come. Leave the payload as it is until this resolves. */
  async publish(
    topic: string,
    payload: string | Uint8Array,
    options: PublishOptions,
  ): Promise<PublishResult> {
    const timeoutMs = this.#options.publishTimeoutMs ?? 10_000;
    const result: PublishResult =
      this.#connection && this.#state.kind === 'up'
        ? await this.#connection.publish(topic, payload, options, timeoutMs)
        : { ok: false, reason: 'offline' };
    this.#counters.sent(topic, payload.length, result.ok);
    return result;
  }

  /** Holds over every reconnection. Retained messages come again after each. @returns stops it */
  subscribe(filter: string, { qos }: { readonly qos: QoS }, handler: MessageHandler): () => void {
    const remove = this.#subscriptions.add(filter, qos, handler);
    this.#connection?.subscribe(filter, this.#subscriptions.filters().get(filter) ?? qos, () =>
      this.#refused(filter),
    );
    return () => {
      if (remove()) this.#connection?.unsubscribe(filter);
    };
  }

  /** Skips what is left of the wait before the next attempt. */
  reconnectNow(): void {
    if (this.#next === undefined) return;
    clearTimeout(this.#next);
    this.#connect();
  }

  /** Leaves a broker that answers for the next in the list: who is wanted is not there. One alone is not left. */
  moveOn(): void {
    if (this.#state.kind !== 'up' || this.#options.brokers.length < 2 || this.#leaving) return;
    this.#leaving = true;
    void this.#connection?.close(closeGraceMs);
  }

  counts(): LinkCounts {
    return this.#counters.snapshot();
  }

  /** Ends the link for good; the broker then publishes the will, as after any other end. */
  async close(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#next);
    this.#next = undefined;
    await this.#connection?.close(closeGraceMs);
  }

  #broker(): string {
    const { brokers } = this.#options;
    return brokers[this.#attempt % brokers.length]!;
  }

  #connect(): void {
    this.#next = undefined;
    const broker = this.#broker();
    const { since, kind } = this.#state;
    const lastError = kind === 'up' ? undefined : this.#state.lastError;
    this.#set({ kind: 'connecting', since, broker, lastError, movedOn: this.#toTry > 0 });
    try {
      this.#connection = new Connection(broker, this.#options, () => this.#subscriptions.filters(), {
        up: (refusedFilters) => this.#up(broker, refusedFilters),
        closed: (why, heardAt) => this.#down(broker, why, heardAt),
        message: (topic, payload, facts) => {
          this.#counters.received(topic, payload.length);
          this.#subscriptions.dispatch(topic, payload, facts);
        },
      });
    } catch (error) {
      // A certificate that is none throws at once; it may be put right while we wait.
      this.#down(broker, error instanceof Error ? error.message : String(error));
    }
  }

  #up(broker: string, refusedFilters: readonly string[]): void {
    this.#counters.connected();
    this.#toTry = 0;
    this.#options.log.info({ broker }, 'link up');
    if (refusedFilters.length > 0)
      this.#options.log.warn({ broker, refusedFilters }, 'the broker refuses filters');
    this.#set({ kind: 'up', since: Date.now(), broker, refusedFilters });
  }

  #down(broker: string, why: string, heardAt = Date.now()): void {
    this.#connection = undefined;
    if (this.#leaving && !this.#ended) {
      this.#onwards();
      return;
    }
    this.#toTry = Math.max(0, this.#toTry - 1);
    const { kind, since } = this.#state;
    const now = Date.now();
    const short = kind === 'up' && now - since < settledAfterMs;
    // Not every broker says so when it ends a connection because of another with the same id.
    const lastError = short ? `${why} (is another client using the id ${this.#options.clientId}?)` : why;
    if (kind === 'up' || this.#state.lastError !== lastError) {
      this.#options.log.warn({ broker, lastError }, kind === 'up' ? 'link lost' : 'no link');
    }
    this.#attempt = kind === 'up' && !short ? 0 : this.#attempt + 1;
    let nextAttemptAt: number | undefined;
    if (!this.#ended) {
      const round = Math.floor(this.#attempt / this.#options.brokers.length);
      const wait = reconnectDelay(round, Math.random());
      nextAttemptAt = now + wait;
      this.#next = setTimeout(() => this.#connect(), wait);
    }
    const movedOn = this.#toTry > 0;
    this.#set({
      kind: 'down',
      since: kind === 'up' ? Math.max(since, heardAt) : since,
      broker,
      lastError,
      nextAttemptAt,
      movedOn,
    });
  }

  #onwards(): void {
    const { length } = this.#options.brokers;
    this.#leaving = false;
    this.#toTry = length;
    this.#attempt = (this.#attempt % length) + 1;
    const broker = this.#broker();
    this.#options.log.info({ broker }, 'moving on to the next broker');
    this.#set({ kind: 'connecting', since: Date.now(), broker, movedOn: true });
    this.#connect();
  }

  #refused(filter: string): void {
    this.#options.log.warn({ filter }, 'the broker refuses a filter');
    if (this.#state.kind !== 'up') return;
    this.#set({ ...this.#state, refusedFilters: [...this.#state.refusedFilters, filter] });
  }

  #set(state: LinkState): void {
    this.#state = state;
    for (const listener of this.#listeners) {
      try {
        listener(state);
      } catch (err) {
        this.#options.log.error({ err }, 'a listener to the state of the link failed');
      }
    }
  }
}

/** @throws TypeError for an address that is not one of a broker; whether it answers is told by the state */
export function connectLink(options: LinkOptions): Link {
  return new Link(options);
}
