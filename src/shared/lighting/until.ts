import type { Position } from '../geo/position.ts';
import { type ClockTime, dayOf, daysAfter, instantOf } from './local-time.ts';
import { nightDayOf } from './night.ts';
import { sunOfNight } from './sun.ts';

/** Until when lamps are taken out of their programme. */
export type Until =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'clock'; readonly at: ClockTime }
  | { readonly kind: 'dawn' };

/**
 * When that is, ms since the epoch: the next time that the clock says so there, the next sunrise.
 * @param place where the sun rises @param timeZone IANA name
 */
export function endOf(until: Until, now: number, place: Position, timeZone: string): number {
  if (until.kind === 'minutes') return now + until.minutes * 60_000;
  if (until.kind === 'clock') {
    const today = dayOf(now, timeZone);
    const at = instantOf(today, until.at, timeZone);
    return at > now ? at : instantOf(daysAfter(today, 1), until.at, timeZone);
  }
  const night = nightDayOf(now, timeZone);
  const { dawn } = sunOfNight(night, place, timeZone);
  return dawn > now ? dawn : sunOfNight(daysAfter(night, 1), place, timeZone).dawn;
}
