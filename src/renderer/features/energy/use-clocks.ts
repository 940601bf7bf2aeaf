import { useMemo } from 'react';
import { useZone } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';

/** By which clocks days and nights are reckoned: the room's, and in a demo that of its lamps. */
export function useClocks(): { readonly timeZone: string; readonly aheadMinutes: number } {
  const timeZone = useZone();
  const aheadMinutes = useRoomData((data) => data.clock.get('room')?.aheadMinutes ?? 0);
  return useMemo(() => ({ timeZone, aheadMinutes }), [timeZone, aheadMinutes]);
}
