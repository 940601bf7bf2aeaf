import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import {
  type Identified,
  ROOM_KINDS,
  type RoomDataChange,
  type RoomKind,
  type RoomValue,
} from '../../../shared/wire/room-data.ts';
import { follow } from '../bridge/feed.ts';
import type { Report } from '../notices/index.ts';

/** What the room's hub retains, by kind and id, as the seat last heard it. */
export type RoomDataState = { readonly [K in RoomKind]: ReadonlyMap<string, RoomValue<K>> };

const NOTHING = Object.fromEntries(ROOM_KINDS.map((kind) => [kind, new Map()])) as unknown as RoomDataState;

export function createRoomDataStore(
  bridge: Bridge,
  report: Report,
): { readonly store: StoreApi<RoomDataState>; readonly stop: () => void } {
  const store = createStore<RoomDataState>(() => NOTHING);
  const apply = (change: RoomDataChange, before: ReadonlyMap<string, Identified>) => {
    const values = new Map(before);
    for (const value of change.upserts) values.set(value.id, value);
    for (const id of change.removed) values.delete(id);
    // A change holds values of its own kind: the seat has checked them by that kind's schema.
    store.setState({ [change.kind]: values } as unknown as Partial<RoomDataState>);
  };
  const stop = follow(bridge, report, {
    read: 'room.data',
    on: 'room.data',
    whole: (all) => all.forEach((change) => void apply(change, new Map())),
    change: (change) => apply(change, store.getState()[change.kind]),
  });
  return { store, stop };
}
