import { createContext, useContext, useSyncExternalStore } from 'react';
import { type Clock, createClock } from './clock.ts';

const ClockContext = createContext<Clock>(createClock());
export const ClockProvider = ClockContext.Provider;

/** Now, in ms since the epoch; the component is drawn again each second. */
export function useNow(): number {
  const clock = useContext(ClockContext);
  return useSyncExternalStore(clock.subscribe, clock.now);
}

export { type Clock, createClock };
