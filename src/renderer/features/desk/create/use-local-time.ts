import { type LocalTime, localTime } from '../../../../shared/advice/reclassify.ts';
import { useReadNow } from '../../../lib/clock/index.ts';
import { useZone } from '../../../lib/i18n/index.tsx';

/** The time of day in the room when it is asked for: by it a form's priority is proposed. */
export function useLocalTime(): () => LocalTime {
  const now = useReadNow();
  const zone = useZone();
  return () => localTime(now(), zone);
}
