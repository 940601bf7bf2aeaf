import { readFileSync } from 'node:fs';
import { ConfigError } from '../../node/config/error.ts';
import type { Log } from '../../node/log/log.ts';
import { connectLink, type Link, type Will } from '../../node/mqtt/link.ts';
import type { HubConfig } from '../config.ts';

/** Shorter than a seat's: the room should know soon that its hub is gone. */
const KEEPALIVE_S = 5;

function readSecret(path: string, key: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new ConfigError([`${path}: cannot be read (named by ${key}): ${(error as Error).message}`], {
      cause: error,
    });
  }
}

/** @throws ConfigError where a file that the configuration names can't be read */
export function connectHub({ id, mqtt }: HubConfig, log: Log, will: () => Will): Link {
  const { brokers, username, passwordFile, tls } = mqtt;
  const password = passwordFile === undefined ? mqtt.password : readSecret(passwordFile, 'mqtt.passwordFile');
  const pem = (path: string | undefined, key: string) =>
    path === undefined ? undefined : readSecret(path, key);
  const [ca, cert, key] = [
    pem(tls?.ca, 'mqtt.tls.ca'),
    pem(tls?.cert, 'mqtt.tls.cert'),
    pem(tls?.key, 'mqtt.tls.key'),
  ];
  return connectLink({
    brokers,
    clientId: username ?? id,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls === undefined
      ? {}
      : {
          tls: {
            ...(ca === undefined ? {} : { ca }),
            ...(cert === undefined ? {} : { cert }),
            ...(key === undefined ? {} : { key }),
          },
        }),
    will,
    keepalive: KEEPALIVE_S,
    log,
  });
}
