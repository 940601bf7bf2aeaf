import { useMemo } from 'react';
import { useRoomData } from '../../lib/room-data/index.ts';

/** By which clocks days and nights are reckoned: the plan's where there is one, or else this seat's. */
export function useClocks(): { readonly timeZone: string; readonly aheadMinutes: number } {
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  return useMemo(
    () => ({
      timeZone: room?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      aheadMinutes: room?.aheadMinutes ?? 0,
    }),
    [room],
  );
}
