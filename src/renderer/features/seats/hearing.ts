import { type Hearing, hearingOf } from '../../../shared/seat/presence.ts';
import { useMachineNow } from '../../lib/clock/index.ts';
import { useLink } from '../link/index.ts';

/** What can be known of other seats at this moment; undefined before the broker was ever there. */
export function useHearing(): Hearing | undefined {
  const now = useMachineNow();
  const broker = useLink(({ state }) => state?.broker);
  return hearingOf(broker, now);
}
