import type { StreetClass } from '../plan/index.ts';

/** % at which a lamp burns when the night is young, and when the city sleeps. */
const LEVELS: Readonly<Record<StreetClass, { readonly evening: number; readonly night: number }>> = {
  ring: { evening: 100, night: 80 },
  boulevard: { evening: 100, night: 70 },
  avenue: { evening: 90, night: 60 },
  street: { evening: 80, night: 40 },
  lane: { evening: 70, night: 30 },
};

/**
 * The level of a lamp as it was commissioned, before any programme: dark by day, full after dusk, lowered while the city sleeps.
 * @param sun degrees above the horizon
 * @param threshold the sun below which this lamp's cabinet switches on, degrees: cabinets differ a little
 * @param hour local time, 0 ≤ h < 24
 */
export function scheduledLevel(kind: StreetClass, sun: number, threshold: number, hour: number): number {
  if (sun > threshold) return 0;
  const asleep = hour >= 23 || hour < 5;
  return asleep ? LEVELS[kind].night : LEVELS[kind].evening;
}
