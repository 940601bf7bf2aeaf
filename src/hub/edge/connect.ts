import { readLogin } from '../../node/config/login.ts';
import type { Log } from '../../node/log/log.ts';
import { connectLink, type Link, type Will } from '../../node/mqtt/link.ts';
import type { HubConfig } from '../config.ts';

/** Shorter than a seat's: the room should know soon that its hub is gone. */
const KEEPALIVE_S = 5;

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
