import { readLogin } from '../../node/config/login.ts';
import type { SeatConfig } from '../../node/config/seat.ts';
import type { Log } from '../../node/log/log.ts';
import { connectLink, type Link } from '../../node/mqtt/link.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';

export interface ConnectOptions {
  readonly config: SeatConfig;
  /** identifies this run of the engine */
  readonly instance: string;
  readonly log: Log;
  readonly now: () => number;
}

/**
 * The link of this seat as its configuration says; the seat's will says that it is gone.
 * @throws ConfigError where a file of the configuration can't be used
 */
export function connectSeat({ config, instance, log, now }: ConnectOptions): Link {
  const { seat, brokers, keepaliveSeconds } = config;
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
    ...readLogin(config),
    will: () => ({ topic: topics.seat(seat), payload: JSON.stringify(gone()), qos: 1, retain: true }),
    keepalive: keepaliveSeconds,
    log,
  });
}
