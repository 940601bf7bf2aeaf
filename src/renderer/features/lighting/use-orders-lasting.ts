import { useCallback } from 'react';
import { ordersLasting } from '../../../shared/lamp/order-lamps.ts';
import type { PiledOrder } from '../../../shared/lamp/override.ts';
import { useRoomData } from '../../lib/room-data/index.ts';

type Lasting = (has: (district: string, index: number) => boolean, until: number) => readonly PiledOrder[];

/** By which orders lamps burn, or would when one that ends at `until` is over: see `ordersLasting`. By what this seat was last told. */
export function useOrdersLasting(): Lasting {
  const overrides = useRoomData((data) => data.override);
  const lamps = useRoomData((data) => data.orderLamps);
  return useCallback<Lasting>(
    (has, until) => ordersLasting(overrides.values(), (id) => lamps.get(id), has, until),
    [overrides, lamps],
  );
}
