import type { SeatConfig } from '../../node/config/seat.ts';
import type { Log } from '../../node/log/log.ts';
import type { TileAddress } from '../../shared/geo/tile.ts';
import type { BaseMapState, PrefetchAnswer, PrefetchPlan, TileAnswer } from '../../shared/ipc/base-map.ts';
import type { Fetch } from './fetch-tile.ts';

/** A base map, wherever its tiles come from. */
export interface BaseMap {
  state(): BaseMapState;
  tile(address: TileAddress): Promise<TileAnswer>;
  plan(): Promise<PrefetchPlan | undefined>;
  /** begins it, where nothing forbids it; `onChange` tells how far it is */
  prefetch(): Promise<PrefetchAnswer>;
  cancel(): void;
  close(): void;
}

export interface BaseMapOptions {
  readonly config: Pick<SeatConfig, 'baseMap'>;
  /** folder of tiles.mbtiles */
  readonly folder: string;
  readonly version: string;
  readonly log: Log;
  readonly onChange: (state: BaseMapState) => void;
  readonly fetch: Fetch;
  readonly now: () => number;
}
