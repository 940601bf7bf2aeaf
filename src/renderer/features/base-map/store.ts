import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BaseMapState } from '../../../shared/ipc/base-map.ts';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import { follow } from '../../lib/bridge/feed.ts';
import type { Report } from '../../lib/notices/index.ts';
import { storeContext } from '../../lib/store/context.ts';

/** The base map as the seat has it; none is known before it has answered. */
export interface BaseMap {
  readonly state: BaseMapState | undefined;
}

export function createBaseMapStore(
  bridge: Bridge,
  report: Report,
): { readonly store: StoreApi<BaseMap>; readonly stop: () => void } {
  const store = createStore<BaseMap>(() => ({ state: undefined }));
  const take = (state: BaseMapState) => store.setState({ state });
  const stop = follow(bridge, report, { read: 'baseMap.state', on: 'baseMap', whole: take, change: take });
  return { store, stop };
}

export const { Provider: BaseMapProvider, useSelect: useBaseMap } = storeContext<BaseMap>('base map');
