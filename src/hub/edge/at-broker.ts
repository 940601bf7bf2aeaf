import { randomUUID } from 'node:crypto';
import type { Log } from '../../node/log/log.ts';
import type { Link } from '../../node/mqtt/link.ts';
import { InputCounter } from '../../shared/input-counter.ts';
import type { HubPresence } from '../../shared/wire/presence.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { HubConfig } from '../config.ts';
import { connectHub } from './connect.ts';
import { Inbox, type InboxOptions } from './inbox.ts';
import { type KeepOptions, keepOnBroker } from './keep-on-broker.ts';

export interface AtBrokerOptions extends Pick<InboxOptions, 'counted'> {
  readonly config: HubConfig;
  readonly now: () => number;
  readonly log: Log;
}

/** What the hub has to say and to do at the broker, once all its doors are open. */
export interface Standing extends Pick<KeepOptions, 'wanted' | 'data' | 'settled'> {
  readonly up: () => void;
  readonly down: () => void;
}

/** The hub at its broker. */
export interface AtBroker {
  readonly link: Link;
  readonly inbox: Inbox;
  /** messages refused since the start */
  readonly rejected: () => number;
  /** Says that this hub is there and keeps what the broker retains for it. To be called last: see `keepOnBroker`. */
  stand(standing: Standing): void;
}

/**
 * Connects. Its caller opens all doors and calls `stand` before it waits for anything: the link must not come up
 * before all its subscriptions are there.
 * @throws ConfigError where a file that the configuration names can't be used
 */
export function connectBroker({ config, counted, now, log }: AtBrokerOptions): AtBroker {
  const instance = randomUUID();
  const own = topics.hub(config.id);
  const presence = (up: boolean) =>
    JSON.stringify({ v: 1, up, instance, at: instant(now()) } satisfies HubPresence);
  const link = connectHub(config, log, () => ({
    topic: own,
    payload: presence(false),
    qos: 1,
    retain: true,
  }));
  const counter = new InputCounter();
  const inbox = new Inbox({
    subscribe: (filter, how, handler) => link.subscribe(filter, how, handler),
    counter,
    counted,
    log,
  });
  const stand = ({ up, down, ...kept }: Standing) => {
    keepOnBroker({ ...kept, link, presence: { topic: own, instance }, log });
    link.onState(({ kind }) => {
      if (kind !== 'up') return down();
      up();
      void link.publish(own, presence(true), { qos: 1, retain: true }).then(({ ok }) => {
        if (!ok)
          log.error({ topic: own }, 'the broker did not take the presence of this hub: frames wait for it');
      });
    });
  };
  return { link, inbox, rejected: () => counter.snapshot().total, stand };
}
