import type { LinkState as BrokerState } from '../../node/mqtt/types.ts';
import type { LegState, LinkState } from '../../shared/ipc/model.ts';
import { type Head, HubPresence } from '../../shared/wire/presence.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import { filters } from '../../shared/wire/topic.ts';
import type { Room } from './room.ts';

/** A hub whose head is older than this is away (contract.md: it says its head every 5 s). */
const HUB_AWAY_MS = 12_000;
const CHECK_MS = 1_000;

export interface HubWatchOptions {
  readonly room: Room;
  readonly broker: () => BrokerState;
  /** the link as the operator should know it */
  readonly onChange: (state: LinkState) => void;
  readonly onHubUp: () => void;
  readonly onHubLost: () => void;
  readonly now: () => number;
}

/**
 * Tells whether the hub can be spoken to: its will says it is gone, or its head has grown old, or the broker is
 * out of reach; a fresh head says it is there. Nothing is up before it has been heard.
 */
export class HubWatch {
  readonly #on: HubWatchOptions;
  readonly #unlisten: () => void;
  readonly #timer: NodeJS.Timeout;
  #hub: LegState;
  #broker: LegState;
  #headAt = 0;
  #retained: string | undefined;
  #clockOffset: number | undefined;
  #told = '';

  constructor(options: HubWatchOptions) {
    this.#on = options;
    const since = instant(options.now());
    this.#hub = { kind: 'unknown', since };
    this.#broker = { kind: 'unknown', since };
    this.#unlisten = options.room.listen(filters.hubs, 1, (topic, payload) => {
      const hub = options.room.parse(topic, HubPresence, payload);
      if (hub?.up === false) this.#lose('will');
    });
    this.#timer = setInterval(() => this.check(), CHECK_MS);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#unlisten();
  }

  get hubUp(): boolean {
    return this.#hub.kind === 'up';
  }

  state(): LinkState {
    const offset = this.#clockOffset;
    return { broker: this.#broker, hub: this.#hub, ...(offset === undefined ? {} : { clockOffset: offset }) };
  }

  /**
   * A head was heard now. The first one may be a retained word of a hub that died long ago: where its time is old,
   * only another one proves that the hub lives (and that it is the clocks that differ).
   */
  hear(head: Head): void {
    const now = this.#on.now();
    const age = now - millis(head.at);
    if (age > HUB_AWAY_MS && this.#headAt === 0 && (this.#retained ?? head.at) === head.at) {
      this.#retained = head.at;
      return;
    }
    this.#headAt = now;
    this.#clockOffset = age;
    const was = this.#hub.kind;
    const since = this.#hub.kind === 'up' ? this.#hub.since : instant(now);
    this.#hub = { kind: 'up', since, heardAt: instant(now) };
    if (was !== 'up') this.#on.onHubUp();
    this.#tell();
  }

  /** Looks at the broker and at the age of the head; called each second and when the link changes. */
  check(): void {
    const now = this.#on.now();
    const broker = this.#on.broker();
    if (broker.kind === 'up') {
      this.#broker = { kind: 'up', since: instant(broker.since), heardAt: instant(now) };
      if (this.hubUp && now - this.#headAt > HUB_AWAY_MS) this.#lose('silent');
      else if (this.#hub.kind === 'unknown' && now - broker.since > HUB_AWAY_MS) this.#lose('silent');
    } else {
      if (this.#broker.kind !== 'lost') {
        const why = broker.lastError;
        this.#broker = { kind: 'lost', since: instant(now), ...(why === undefined ? {} : { why }) };
      }
      this.#lose('broker');
    }
    this.#tell();
  }

  #lose(why: string): void {
    if (this.#hub.kind === 'lost') return;
    const was = this.#hub.kind;
    this.#hub = { kind: 'lost', since: instant(this.#on.now()), why };
    this.#headAt = 0;
    if (was === 'up') this.#on.onHubLost();
    this.#tell();
  }

  /** Each second while up the view counts ages from what it has; only real changes and heads are told. */
  #tell(): void {
    const state = this.state();
    const key = JSON.stringify([state.broker.kind, state.hub]);
    if (key === this.#told) return;
    this.#told = key;
    this.#on.onChange(state);
  }
}
