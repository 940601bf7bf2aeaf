import type { Log } from '../log/log.ts';

export type QoS = 0 | 1;

/** Certificates in PEM. With `cert` and `key` the broker takes the name in the certificate as the user. */
export interface LinkTls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Name the broker's certificate must carry, where it is not the host of the URL. */
  readonly servername?: string;
}

export interface Will {
  readonly topic: string;
  readonly payload: string | Uint8Array;
  readonly qos: QoS;
  readonly retain: boolean;
}

export interface LinkOptions {
  /** `mqtt://host:port` or `mqtts://…`, the preferred one first; without user or password. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: LinkTls;
  /** Asked again at each connect, so that it may carry the time. The broker also publishes it at `close()`. */
  readonly will?: () => Will;
  /** Seconds; a dead broker is noticed after one and a half of it. */
  readonly keepalive: number;
  readonly log: Log;
  /** How long a publish may wait for its acknowledgement, ms. */
  readonly publishTimeoutMs?: number;
}

export interface PublishOptions {
  /** At QoS 0 a refused publish looks like success: what must be known to be refused goes at QoS 1. */
  readonly qos: QoS;
  readonly retain?: boolean;
  readonly responseTopic?: string;
  readonly correlationData?: Uint8Array;
  /** Seconds after which the broker drops it undelivered. */
  readonly messageExpiry?: number;
}

/**
 * `offline`: there is no link, or it broke before the acknowledgement (it may have arrived).
 * `timeout`: sent, not acknowledged in time (it may have arrived).
 * `refused`: by the broker, or by a limit it announced. `quota`: too much at once, here or there.
 * `code` is the MQTT 5 reason code where there is one.
 */
export type PublishResult =
  | { readonly ok: true; readonly noSubscribers: boolean }
  | {
      readonly ok: false;
      readonly reason: 'offline' | 'refused' | 'quota' | 'timeout';
      readonly code?: number;
    };

export interface MessageFacts {
  /** Kept by the broker from before this subscription. */
  readonly retain: boolean;
  /** When it arrived here, milliseconds since the epoch. */
  readonly at: number;
  readonly responseTopic?: string;
  readonly correlationData?: Uint8Array;
}

/**
 * Called in order of arrival; the broker has its acknowledgement when this returns. The payload may be a view
 * into a larger buffer: copy what is kept or sent on. Overlapping filters may deliver a message twice.
 */
export type MessageHandler = (
  topic: string,
  payload: Uint8Array,
  facts: MessageFacts,
) => void | Promise<void>;

/**
 * `since`: for `up`, when it came up; else when the broker was last heard, for a link that is frozen is noticed late (or
 * when it was first wanted). Milliseconds.
 */
export type LinkState =
  | {
      readonly kind: 'up';
      readonly since: number;
      readonly broker: string;
      /** Filters the broker would not let us read. */
      readonly refusedFilters: readonly string[];
    }
  | {
      readonly kind: 'connecting' | 'down';
      readonly since: number;
      readonly broker: string;
      readonly lastError?: string;
      /** While `down`: when the next attempt is due. */
      readonly nextAttemptAt?: number;
      /** The broker before was not lost but left, and not all others have been tried in vain since. */
      readonly movedOn?: boolean;
    };
