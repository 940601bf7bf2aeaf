import { readLogin } from '../../node/config/login.ts';
import type { Log } from '../../node/log/log.ts';
import { connectLink, type Link, type Will } from '../../node/mqtt/link.ts';
import type { HubConfig } from '../config.ts';

/**
 * Longer than a seat's. The answer to a ping has half of it to arrive, and after a restart it waits behind tens of
 * thousands of retained messages, on cores that all programs of the room want at once: with 5 s the hub threw its
 * own link away. Nobody learns of a gone hub by this: a process that dies fires its will at once, and of one that
 * hangs or is cut off the head grows old (12 s). It only bounds how long a half-open connection is held on to.
 */
const KEEPALIVE_S = 20;

/** @throws ConfigError where a file that the configuration names can't be used */
export function connectHub({ id, mqtt }: HubConfig, log: Log, will: () => Will): Link {
  const login = readLogin(mqtt, 'mqtt.');
  return connectLink({
    brokers: mqtt.brokers,
    clientId: mqtt.username ?? id,
    ...login,
    will,
    keepalive: KEEPALIVE_S,
    log,
  });
}
