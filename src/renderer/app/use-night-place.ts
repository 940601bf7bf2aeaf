import { useMemo } from 'react';
import type { NightPlace } from '../features/replay/index.ts';
import { useZone } from '../lib/i18n/index.tsx';
import { useRoomData } from '../lib/room-data/index.ts';
import { HOME } from './on-map.ts';

/** Where a night is reckoned: by the room's clock, and by the sun over the city. */
export function useNightPlace(): NightPlace {
  const timeZone = useZone();
  const said = useRoomData((data) => data.lightingPlan.get('room'));
  return useMemo(
    () => ({
      timeZone,
      position: said?.plan?.place ?? HOME.position,
      aheadMinutes: said?.aheadMinutes ?? 0,
    }),
    [said, timeZone],
  );
}
