import { createContext, useContext, useSyncExternalStore } from 'react';
import { useShown } from '../shown/index.ts';
import { type Clock, createClock } from './clock.ts';

const ClockContext = createContext<Clock>(createClock());
export const ClockProvider = ClockContext.Provider;

const never = () => () => {};

/** Now, in ms since the epoch; the component is drawn again each second while it is shown. */
export function useNow(): number {
  const clock = useContext(ClockContext);
  return useSyncExternalStore(useShown() ? clock.subscribe : never, clock.now);
}

export { type Clock, createClock };
