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

const KEPT = 'room-zone';

/**
 * Begins with the zone that this seat was told last, so that no hour jumps when the hub or the seat's own data is heard of
 * later; what is kept and names no zone is as if nothing were.
 * @param storage the window's own, on this seat's disk
 * @returns shows what the room says, and keeps it
 */
export function beginZone(storage: Pick<Storage, 'getItem' | 'setItem'>): (name: string) => void {
  const last = storage.getItem(KEPT);
  if (last !== null && isZone(last)) showZone(last);
  return (name) => {
    if (storage.getItem(KEPT) !== name) storage.setItem(KEPT, name);
    showZone(name);
  };
}

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat(undefined, { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
/** As `shownZone`; what is drawn is drawn again when the room says so. */
export const useZone = (): string => useSyncExternalStore(subscribe, shownZone);
