import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useShown } from '../shown/index.ts';
import { type Clock, createClock } from './clock.ts';

const ClockContext = createContext<Clock>(createClock());
export const ClockProvider = ClockContext.Provider;

const never = () => () => {};

/** Now by the room's clock, in ms since the epoch; the component is drawn again each second while it is shown. */
export function useNow(): number {
  const clock = useContext(ClockContext);
  return useSyncExternalStore(useShown() ? clock.subscribe : never, clock.now);
}

/** As `useNow`, by the machine's own clock: for what this seat has stamped itself, such as when a link was lost. */
export function useMachineNow(): number {
  const clock = useContext(ClockContext);
  return useSyncExternalStore(useShown() ? clock.subscribe : never, clock.machine);
}

/** How far the machine's clock is ahead of the room's, ms: what this seat has stamped is shown less that. */
export function useSkew(): number {
  const clock = useContext(ClockContext);
  return useSyncExternalStore(useShown() ? clock.subscribe : never, clock.skew);
}

/** Now by the room's clock when it is asked for, without drawing anything again. */
export const useReadNow = (): (() => number) => useContext(ClockContext).now;

/** How often what is late is looked at, ms: the list is not to be gone through each second. */
const LATE_MS = 10_000;

/** Now by the room's clock, in ms since the epoch, every ten seconds while `active`. */
export function useLateTick(active: boolean): number {
  const clock = useContext(ClockContext);
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    if (!active) return;
    setNow(clock.now());
    const timer = setInterval(() => setNow(clock.now()), LATE_MS);
    return () => clearInterval(timer);
  }, [active, clock]);
  return now;
}

export { type Clock, createClock };
