import { useSyncExternalStore } from 'react';

/** Where this computer's own clock stands: what counts until the room has said where it lives. */
export const machineZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

let zone = machineZone();
const listeners = new Set<() => void>();

/** Whose times of day are shown and typed: the room's, as far as this seat has ever heard. IANA name. */
export const shownZone = (): string => zone;

/** The room lives there: from now on its times are shown. @param name IANA name */
export function showZone(name: string): void {
  if (name === zone) return;
  zone = name;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
/** As `shownZone`; what is drawn is drawn again when the room says so. */
export const useZone = (): string => useSyncExternalStore(subscribe, shownZone);
