import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import type { SeatSeen } from '../../../shared/seat/seen.ts';
import { follow } from '../../lib/bridge/feed.ts';
import type { Report } from '../../lib/notices/index.ts';
import { storeContext } from '../../lib/store/context.ts';

export interface Seats {
  /** undefined until the seat has answered */
  readonly list: readonly SeatSeen[] | undefined;
}

/** All seats of the room, as this one has heard of them. */
export function createSeatsStore(
  bridge: Bridge,
  report: Report,
): { readonly store: StoreApi<Seats>; readonly stop: () => void } {
  const store = createStore<Seats>(() => ({ list: undefined }));
  const take = (list: readonly SeatSeen[]) => store.setState({ list });
  const stop = follow(bridge, report, { read: 'seats.list', on: 'seats', whole: take, change: take });
  return { store, stop };
}

export const { Provider: SeatsProvider, useSelect: useSeats } = storeContext<Seats>('seats');
