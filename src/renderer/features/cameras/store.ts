import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import type { CameraEntry } from '../../../shared/ipc/model.ts';
import { follow } from '../../lib/bridge/feed.ts';
import type { Report } from '../../lib/notices/index.ts';
import { storeContext } from '../../lib/store/context.ts';

export interface Cameras {
  readonly list: readonly CameraEntry[];
  /** cameras that play on this seat right now, by id */
  readonly watched: ReadonlySet<string>;
  /** says that one plays. @returns says that it no longer does */
  readonly watch: (camera: string) => () => void;
}

/** The camera catalogue with the health that the gateways tell. */
export function createCamerasStore(
  bridge: Bridge,
  report: Report,
): { readonly store: StoreApi<Cameras>; readonly stop: () => void } {
  const store = createStore<Cameras>((set) => ({
    list: [],
    watched: new Set(),
    watch(camera) {
      set(({ watched }) => ({ watched: new Set([...watched, camera]) }));
      return () => set(({ watched }) => ({ watched: new Set([...watched].filter((id) => id !== camera)) }));
    },
  }));
  const take = (list: readonly CameraEntry[]) => store.setState({ list });
  const stop = follow(bridge, report, { read: 'cameras.list', on: 'cameras', whole: take, change: take });
  return { store, stop };
}

export const { Provider: CamerasProvider, useSelect: useCameras } = storeContext<Cameras>('cameras');
