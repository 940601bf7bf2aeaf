import { readFileSync } from 'node:fs';
import { ConfigError } from '../../node/config/error.ts';
import type { SeatConfig } from '../../node/config/seat.ts';
import type { Log } from '../../node/log/log.ts';
import { connectLink, type Link } from '../../node/mqtt/link.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';

/** Seconds; a dead broker is noticed after one and a half of it. */
const KEEPALIVE = 10;

export interface ConnectOptions {
  readonly config: SeatConfig;
  /** identifies this run of the engine */
  readonly instance: string;
  readonly log: Log;
  readonly now: () => number;
}

/** @param key where the configuration names the file */
function fileText(key: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError([`${key}: ${path} can't be read: ${(error as Error).message}`], { cause: error });
  }
}

/**
 * The link of this seat as its configuration says; the seat's will says that it is gone.
 * @throws ConfigError where a file of the configuration can't be read
 */
export function connectSeat({ config, instance, log, now }: ConnectOptions): Link {
  const { seat, brokers, username, tls } = config;
  const password = fileText('passwordFile', config.passwordFile)?.trim();
  const ca = fileText('tls.ca', tls?.ca);
  const cert = fileText('tls.cert', tls?.cert);
  const key = fileText('tls.key', tls?.key);
  const gone = () => ({
    v: 1,
    up: false,
    instance,
    pending: 0,
    lastSeq: 0,
    journalCount: 0,
    at: instant(now()),
  });
  return connectLink({
    brokers,
    clientId: seat,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls === undefined ? {} : { tls: { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) } }),
    will: () => ({ topic: topics.seat(seat), payload: JSON.stringify(gone()), qos: 1, retain: true }),
    keepalive: KEEPALIVE,
    log,
  });
}
