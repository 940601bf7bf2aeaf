import { connect, type MqttClient, ReasonCodes } from 'mqtt';
import { type BrokerLimits, refusalOf } from './limits.ts';
import { SendWindow } from './send-window.ts';
import type { LinkOptions, MessageFacts, PublishOptions, PublishResult, QoS } from './types.ts';

export interface ConnectionEvents {
  /** Connected and subscribed. */
  readonly up: (refusedFilters: readonly string[]) => void;
  readonly message: (topic: string, payload: Uint8Array, facts: MessageFacts) => void;
  /** Once, whatever the reason; nothing comes after it. `heardAt`: when the broker was last heard, ms since the epoch. */
  readonly closed: (why: string, heardAt: number) => void;
}

const connectTimeoutMs = 5_000;
const subscribeTimeoutMs = 15_000;
/** The largest message of the contract is far below it; a broker then drops larger ones instead of sending them. */
const maximumPacketSize = 1 << 20;
const receiveMaximum = 1_000;
const maxWaiting = 10_000;
const quotaExceeded = 0x97;
const noMatchingSubscribers = 0x10;
const disconnectWithWill = 4;

type Settle = (result: PublishResult) => void;
type Reasons = Readonly<Record<number, string | undefined>>;

const bytesOf = (data: string | Uint8Array): Buffer =>
  typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);

/**
 * One connection to one broker, from its first packet to its last. It is never revived: the link makes a new one.
 * That way nothing of mqtt.js that outlives a connection (its stores, queues, re-subscriptions) can send again,
 * late, what the outbox has already decided about.
 */
export class Connection {
  readonly #client: MqttClient;
  readonly #events: ConnectionEvents;
  readonly #pending = new Set<Settle>();
  /** Packet ids whose acknowledgement said that nobody subscribes; mqtt.js keeps that from its callback. */
  readonly #unheard = new Set<number>();
  readonly #tooSlow: NodeJS.Timeout;
  #limits: BrokerLimits = {};
  #window = new SendWindow(0, 0);
  #why = 'the connection was closed';
  #closed = false;
  #heardAt = Date.now();

  constructor(
    broker: string,
    options: LinkOptions,
    filters: () => ReadonlyMap<string, QoS>,
    events: ConnectionEvents,
  ) {
    this.#events = events;
    const will = options.will?.();
    const client = connect(broker, {
      ...options.tls,
      protocolVersion: 5,
      clientId: options.clientId,
      username: options.username,
      password: options.password,
      clean: true,
      keepalive: options.keepalive,
      connectTimeout: connectTimeoutMs,
      reconnectPeriod: 0,
      resubscribe: false,
      queueQoSZero: false,
      will: will && { ...will, payload: bytesOf(will.payload) },
      properties: { sessionExpiryInterval: 0, receiveMaximum, maximumPacketSize },
    });
    this.#client = client;
    // Nagle's algorithm and delayed acknowledgements together hold a small packet back for 40 ms.
    if ('setNoDelay' in client.stream && typeof client.stream.setNoDelay === 'function')
      client.stream.setNoDelay(true);
    this.#tooSlow = setTimeout(() => this.#drop('the broker did not answer in time'), subscribeTimeoutMs);
    client.on('error', (error) => {
      this.#why = error.message || String((error as { code?: unknown }).code ?? error);
    });
    client.on('disconnect', ({ reasonCode = 0 }) => {
      this.#drop(
        `the broker ended the connection: ${(ReasonCodes as Reasons)[reasonCode] ?? `code ${reasonCode}`}`,
      );
    });
    client.on('connect', ({ properties = {} }) => {
      this.#limits = properties;
      this.#window = new SendWindow(
        Math.min(properties.receiveMaximum ?? receiveMaximum, receiveMaximum),
        maxWaiting,
      );
      this.#subscribeAll(filters());
    });
    client.on('packetreceive', (packet) => {
      this.#heardAt = Date.now();
      if (packet.cmd !== 'puback' || packet.messageId === undefined) return;
      if (packet.reasonCode === noMatchingSubscribers) this.#unheard.add(packet.messageId);
    });
    client.on('message', (topic, payload, { retain, properties }) => {
      if (this.#closed) return;
      const { responseTopic, correlationData } = properties ?? {};
      events.message(topic, payload, { retain, at: Date.now(), responseTopic, correlationData });
    });
    client.once('close', () => this.#finish());
  }

  /** Leave the payload as it is until this resolves. */
  publish(
    topic: string,
    data: string | Uint8Array,
    options: PublishOptions,
    timeoutMs: number,
  ): Promise<PublishResult> {
    const payload = bytesOf(data);
    const refusal = this.#closed ? undefined : refusalOf(topic, payload, options, this.#limits);
    if (refusal) return Promise.resolve(refusal);
    return new Promise((resolve) => {
      const settle: Settle = (result) => {
        if (!this.#pending.delete(settle)) return;
        clearTimeout(timer);
        resolve(result);
      };
      const timer = setTimeout(() => settle({ ok: false, reason: 'timeout' }), timeoutMs);
      this.#pending.add(settle);
      if (this.#closed) {
        settle({ ok: false, reason: 'offline' });
      } else if (options.qos === 0) {
        this.#send(topic, payload, options, settle);
      } else {
        const taken = this.#window.enter(() => {
          if (!this.#pending.has(settle)) return false;
          this.#send(topic, payload, options, (result) => {
            settle(result);
            if (!this.#closed) this.#window.leave();
          });
          return true;
        });
        if (!taken) settle({ ok: false, reason: 'quota', code: quotaExceeded });
      }
    });
  }

  /** Asks the broker for a filter now; before the connection is up, `filters` already has it. */
  subscribe(filter: string, qos: QoS, refused: () => void): void {
    if (!this.#client.connected) return;
    this.#client.subscribe(filter, { qos }, (error) => {
      if (error && !this.#closed) refused();
    });
  }

  unsubscribe(filter: string): void {
    if (this.#client.connected) this.#client.unsubscribe(filter, () => {});
  }

  /** Lets what is under way arrive, for `graceMs` at most, then leaves; the broker publishes the will. */
  async close(graceMs: number): Promise<void> {
    if (this.#closed) return;
    const gone = new Promise<void>((resolve) => this.#client.once('close', resolve));
    const late = setTimeout(() => this.#client.stream.destroy(), graceMs);
    if (this.#client.connected) this.#client.end(false, { reasonCode: disconnectWithWill });
    else this.#client.end(true);
    await gone;
    clearTimeout(late);
  }

  #subscribeAll(filters: ReadonlyMap<string, QoS>): void {
    const up = (refused: readonly string[]): void => {
      clearTimeout(this.#tooSlow);
      if (!this.#closed) this.#events.up(refused);
    };
    if (filters.size === 0) {
      up([]);
      return;
    }
    const wanted = Object.fromEntries([...filters].map(([filter, qos]) => [filter, { qos }]));
    this.#client.subscribe(wanted, (error, _, packet) => {
      const granted = packet?.granted;
      if (granted) up(Object.keys(wanted).filter((_, i) => Number(granted[i]) >= 0x80));
      else this.#drop(error?.message ?? 'the broker did not answer the subscriptions');
    });
  }

  #send(topic: string, payload: Buffer, options: PublishOptions, settle: Settle): void {
    const { qos, retain = false, responseTopic, correlationData, messageExpiry } = options;
    const properties = {
      ...(responseTopic !== undefined && { responseTopic }),
      ...(correlationData && { correlationData: bytesOf(correlationData) }),
      ...(messageExpiry !== undefined && { messageExpiryInterval: messageExpiry }),
    };
    this.#client.publish(topic, payload, { qos, retain, properties }, (error, packet) => {
      if (!error) {
        const id = packet?.messageId;
        settle({ ok: true, noSubscribers: id !== undefined && this.#unheard.delete(id) });
        return;
      }
      const code = 'code' in error && typeof error.code === 'number' ? error.code : undefined;
      if (code === undefined) settle({ ok: false, reason: 'offline' });
      else settle({ ok: false, reason: code === quotaExceeded ? 'quota' : 'refused', code });
    });
  }

  #drop(why: string): void {
    this.#why = why;
    this.#client.stream.destroy();
  }

  #finish(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#tooSlow);
    for (const settle of [...this.#pending]) settle({ ok: false, reason: 'offline' });
    this.#client.end(true);
    this.#events.closed(this.#why, this.#heardAt);
  }
}
