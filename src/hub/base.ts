import type { Log } from '../node/log/log.ts';
import type { HubConfig } from './config.ts';
import type { RoomData } from './edge/room-data.ts';
import type { Metrics } from './http/metrics.ts';
import type { Store } from './store/store.ts';

/** What most of the hub stands on. */
export interface Base {
  readonly store: Store;
  readonly config: HubConfig;
  /** what all seats are told of, once it is committed */
  readonly data: RoomData;
  readonly metrics: Metrics;
  /** ms since the epoch */
  readonly now: () => number;
  /** something has been committed that may have to be published */
  readonly committed: () => void;
  /** work has failed that is tried again; `what` names it in the log and among the counts */
  readonly failed: (error: unknown, what: string) => void;
  readonly log: Log;
}
