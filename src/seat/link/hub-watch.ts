import type { LinkState as BrokerState } from '../../node/mqtt/types.ts';
import type { LegState, LinkState } from '../../shared/ipc/model.ts';
import { type Head, HUB_AWAY_MS, HubPresence } from '../../shared/wire/presence.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import { filters } from '../../shared/wire/topic.ts';
import type { Room } from './room.ts';

const CHECK_MS = 1_000;

export interface HubWatchOptions {
  readonly room: Room;
  readonly broker: () => BrokerState;
  /** how many there are in the list */
  readonly brokers: number;
  /** the link as the operator should know it */
  readonly onChange: (state: LinkState) => void;
  /** the hub can be spoken to, or has started anew: what was under way may have been lost */
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
  /** what each hub last said of itself, by its topic */
  readonly #hubs = new Map<string, HubPresence>();
  #hub: LegState;
  #broker: LegState;
  #headAt = 0;
  #clockOffset: number | undefined;
  #told = '';

  constructor(options: HubWatchOptions) {
    this.#on = options;
    const since = instant(options.now());
    this.#hub = { kind: 'unknown', since };
    this.#broker = { kind: 'unknown', since };
    this.#unlisten = options.room.listen(filters.hubs, 1, (topic, payload) => this.#hearHub(topic, payload));
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
    const broker = this.#on.broker();
    const nextTry = broker.kind === 'up' ? undefined : broker.nextAttemptAt;
    const offset = this.#clockOffset;
    return {
      broker: this.#broker,
      hub: this.#hub,
      ...(this.#on.brokers > 1 && { otherBrokers: true as const }),
      ...(nextTry === undefined ? {} : { nextTryAt: instant(nextTry) }),
      ...(offset === undefined ? {} : { clockOffset: offset }),
    };
  }

  /**
   * A head was heard now. One that the broker kept may be the last word of a hub that died: it counts only where it
   * is young and no hub has said that it is gone. One that was just said always counts, whatever the clocks show.
   */
  hear(head: Head, retained: boolean): void {
    const now = this.#on.now();
    const age = now - millis(head.at);
    if (retained && (Math.abs(age) > HUB_AWAY_MS || this.#allGone())) return;
    this.#headAt = retained ? Math.min(now, now - age) : now;
    if (!retained) this.#clockOffset = age;
    const was = this.#hub;
    this.#hub = { kind: 'up', since: was.kind === 'up' ? was.since : instant(now), heardAt: instant(now) };
    if (was.kind === 'up') return; // `check` tells of the latest head each second: in a burst there are many
    this.#on.onHubUp();
    this.#tell();
  }

  /** Looks at the broker and at the age of the head, and tells; called each second and when the link changes. */
  check(): void {
    const now = this.#on.now();
    const broker = this.#on.broker();
    if (broker.kind === 'up') {
      this.#broker = { kind: 'up', since: instant(broker.since), heardAt: instant(now) };
      if (this.hubUp && now - this.#headAt > HUB_AWAY_MS) this.#lose('silent');
      else if (this.#hub.kind === 'unknown' && now - broker.since > HUB_AWAY_MS) this.#lose('silent');
    } else {
      // One that was left to look for the hub elsewhere has not failed.
      const kind = broker.movedOn === true ? 'unknown' : 'lost';
      const why = kind === 'lost' ? broker.lastError : undefined;
      const since = this.#broker.kind === kind ? this.#broker.since : instant(this.#brokerLost(broker.since));
      this.#broker = { kind, since, ...(why === undefined ? {} : { why }) };
      this.#hubs.clear(); // told again, as of then, when the broker is back
      this.#lose('broker');
    }
    this.#tell();
  }

  #hearHub(topic: string, payload: unknown): void {
    if (payload === undefined) return void this.#hubs.delete(topic);
    const hub = this.#on.room.parse(topic, HubPresence, payload);
    if (hub === undefined) return;
    const before = this.#hubs.get(topic);
    this.#hubs.set(topic, hub);
    if (this.#allGone()) this.#lose('will');
    else if (hub.up && before !== undefined && before.instance !== hub.instance && this.hubUp)
      this.#on.onHubUp();
  }

  /** Several hubs share one store and one sequence: any of them will do. */
  #allGone(): boolean {
    return this.#hubs.size > 0 && ![...this.#hubs.values()].some(({ up }) => up);
  }

  /** Both fall silent at once, and the hub's last word is as old as the time between two: that is one loss. */
  #brokerLost(at: number): number {
    if (this.hubUp) return this.#lastWord();
    const hub = millis(this.#hub.since);
    return this.#hub.kind === 'lost' && at - hub < HUB_AWAY_MS ? hub : at;
  }

  /** What is lost has been away since its last word, not since that was noticed: one loss has one start. */
  #lastWord(): number {
    return this.#headAt > 0 ? this.#headAt : this.#on.now();
  }

  #lose(why: string): void {
    if (this.#hub.kind === 'lost') return;
    const was = this.#hub.kind;
    this.#hub = { kind: 'lost', since: instant(this.#lastWord()), why };
    this.#headAt = 0;
    if (was === 'up') this.#on.onHubLost();
    this.#tell();
  }

  /**
   * Each second while up the view counts ages from what it has; only real changes and heads are told. Without heads the
   * broker's own word is: else one that answers would seem to grow old.
   */
  #tell(): void {
    const state = this.state();
    const { broker } = state;
    const leg = broker.kind === 'lost' || !this.hubUp ? broker : broker.kind;
    const key = JSON.stringify([leg, state.hub, state.nextTryAt]);
    if (key === this.#told) return;
    this.#told = key;
    this.#on.onChange(state);
  }
}
