import { useNow } from '../../lib/clock/index.ts';
import { useLink } from './store.ts';

/** The hub's time, ms, each second: what the hub has timed must neither end nor stay by a seat's clock that is off. */
export function useHubNow(): number {
  const now = useNow();
  return now - useLink(({ state }) => state?.clockOffset ?? 0);
}
