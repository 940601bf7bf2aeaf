import { useMemo } from 'react';
import type { NightPlace } from '../features/replay/index.ts';
import { useRoomData } from '../lib/room-data/index.ts';
import { HOME } from './on-map.ts';

/** Where a night is reckoned: by this seat's clock, and by the sun over the city. */
export function useNightPlace(): NightPlace {
  const said = useRoomData((data) => data.lightingPlan.get('room'));
  return useMemo(
    () => ({
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      position: said?.plan?.place ?? HOME.position,
      aheadMinutes: said?.aheadMinutes ?? 0,
    }),
    [said],
  );
}
