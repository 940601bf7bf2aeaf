import { HUB_AWAY_MS } from '../../shared/wire/presence.ts';
import type { Link } from './link.ts';

const LOOK_MS = 1_000;
/** A hub says its head each 5 s: where none is heard for so long there is none. */
const VISIT_MS = HUB_AWAY_MS;
/** With a hub that is gone altogether a seat looks around less and less, down to each fourth part of the patience. */
const MOST_DOUBLINGS = 2;

export interface Silence {
  /** how long no hub has been heard at this broker, ms */
  readonly ms: number;
  /** how many brokers there are */
  readonly brokers: number;
  /** one before it in the list answers, and no hub has been heard here: the room meets there */
  readonly visiting: boolean;
  /** how often the hub has been looked for in vain */
  readonly rounds: number;
  readonly patienceMs: number;
  /** in [0, 1): 75 seats don't leave in the same second */
  readonly random: number;
}

/** What is moved along the list. */
export type SearchedLink = Pick<Link, 'state' | 'onState' | 'moveOn' | 'reconnectNow'>;

/** Whether a seat goes to look for the hub at the next broker, up to a quarter later than it might. */
export function isMovingOn({ ms, brokers, visiting, rounds, patienceMs, random }: Silence): boolean {
  if (brokers < 2) return false;
  const wait = visiting ? VISIT_MS : patienceMs * 2 ** Math.min(rounds, MOST_DOUBLINGS);
  return ms >= wait * (1 + random / 4);
}

export interface HubSearchOptions {
  readonly link: SearchedLink;
  readonly config: { readonly brokers: readonly string[]; readonly moveOnAfterSeconds: number };
  readonly hubUp: () => boolean;
  readonly random: () => number;
  readonly now: () => number;
}

/**
 * Looks for the hub at the other brokers of the list. A link stays where it once connected: after a broker was away,
 * hub and seats could otherwise sit at different ones for good. Without a hub anywhere seats rest at the first broker
 * that answers, so that they hear each other.
 */
export class HubSearch {
  readonly #on: HubSearchOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #unlisten: () => void;
  /** brokers that answered when they were last tried */
  readonly #answering = new Set<string>();
  #silence: { readonly since: number; readonly random: number } | undefined;
  #rounds = 0;
  /** where the hub was last heard, and not left since */
  #metAt: string | undefined;

  constructor(options: HubSearchOptions) {
    this.#on = options;
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#unlisten = options.link.onState(() => this.#look());
  }

  close(): void {
    clearInterval(this.#timer);
    this.#unlisten();
  }

  /** Somebody does not want to wait. */
  now(): void {
    if (!this.#on.hubUp()) this.#moveOn();
    this.#on.link.reconnectNow();
  }

  #look(): void {
    const { link, config, hubUp, random, now } = this.#on;
    const { kind, broker } = link.state;
    if (kind === 'down') this.#answering.delete(broker);
    if (kind !== 'up') {
      this.#silence = undefined;
      return;
    }
    this.#answering.add(broker);
    if (hubUp()) {
      this.#silence = undefined;
      this.#rounds = 0;
      this.#metAt = broker;
      return;
    }
    this.#silence ??= { since: now(), random: random() };
    const silence: Silence = {
      ms: now() - this.#silence.since,
      brokers: config.brokers.length,
      visiting: this.#visiting(broker),
      rounds: this.#rounds,
      patienceMs: config.moveOnAfterSeconds * 1_000,
      random: this.#silence.random,
    };
    if (isMovingOn(silence)) this.#moveOn();
  }

  #moveOn(): void {
    const { link, config } = this.#on;
    if (link.state.kind !== 'up' || config.brokers.length < 2) return;
    if (!this.#visiting(link.state.broker)) this.#rounds += 1;
    this.#silence = undefined;
    this.#metAt = undefined;
    link.moveOn();
  }

  #visiting(broker: string): boolean {
    const { brokers } = this.#on.config;
    const before = brokers.slice(0, brokers.indexOf(broker));
    return broker !== this.#metAt && before.some((other) => this.#answering.has(other));
  }
}
