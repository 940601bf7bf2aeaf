import type { Position } from '../geo/position.ts';
import { type ClockTime, type Day, daysAfter, instantOf } from '../lighting/local-time.ts';
import { nightDayOf } from '../lighting/night.ts';
import { sunOfNight } from '../lighting/sun.ts';

const HOUR_MS = 3_600_000;
const at = (clock: string) => clock as ClockTime;

/**
 * Hours of the reference night (sunset to sunrise) in a stretch of time, ms since the epoch. The night that was asked
 * for last is kept: lamps are counted one after the other for the same minute.
 */
export function referenceNights(place: Position, timeZone: string): (from: number, to: number) => number {
  let night = { noon: 0, nextNoon: 0, dusk: 0, dawn: 0 };
  const nightOfTime = (time: number) => {
    if (night.noon <= time && time < night.nextNoon) return night;
    const day = nightDayOf(time, timeZone);
    const { dusk, dawn } = sunOfNight(day, place, timeZone);
    const noon = instantOf(day, at('12:00'), timeZone);
    night = { noon, nextNoon: instantOf(daysAfter(day, 1), at('12:00'), timeZone), dusk, dawn };
    return night;
  };
  return (from, to) => {
    let hours = 0;
    for (let time = from; time < to; ) {
      const { dusk, dawn, nextNoon } = nightOfTime(time);
      hours += Math.max(0, Math.min(to, dawn) - Math.max(from, dusk)) / HOUR_MS;
      time = nextNoon;
    }
    return hours;
  };
}

/** From midnight to midnight there, ms: 23 or 25 hours where the clocks change. */
export const spanOf = (day: Day, timeZone: string): { readonly from: number; readonly to: number } => ({
  from: instantOf(day, at('00:00'), timeZone),
  to: instantOf(daysAfter(day, 1), at('00:00'), timeZone),
});
