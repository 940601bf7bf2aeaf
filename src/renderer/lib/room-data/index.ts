import { storeContext } from '../store/context.ts';
import type { RoomDataState } from './store.ts';

export { createRoomDataStore } from './store.ts';

/** Room data of a kind: `useRoomData((data) => data.unit)`. */
export const { Provider: RoomDataProvider, useSelect: useRoomData } =
  storeContext<RoomDataState>('room data');
