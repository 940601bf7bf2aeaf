import { getTimes } from 'suncalc';
import type { Position } from '../geo/position.ts';
import { type ClockTime, type Day, daysAfter, instantOf } from './local-time.ts';

/** What the sun does in the night that begins on a day, ms since the epoch. */
export interface SunOfNight {
  /** its upper edge goes below the horizon, and comes up again: what lighting engineers call dusk and dawn */
  readonly dusk: number;
  readonly dawn: number;
  /** it stands lower than 6° below: without lamps nothing is seen in the street any more */
  readonly darkFrom: number;
  readonly darkTo: number;
}

/** Further from the equator there are days without dusk or nights without dark, degrees. */
export const MOST_LATITUDE = 60;

const NOON = '12:00' as ClockTime;

/** @param place no further than `MOST_LATITUDE` from the equator */
export function sunOfNight(day: Day, [lon, lat]: Position, timeZone: string): SunOfNight {
  const timesAt = (on: Day) => getTimes(new Date(instantOf(on, NOON, timeZone)), lat, lon);
  const evening = timesAt(day);
  const morning = timesAt(daysAfter(day, 1));
  const [dusk, dawn, darkFrom, darkTo] = [evening.sunset, morning.sunrise, evening.dusk, morning.dawn];
  if (dusk === null || dawn === null || darkFrom === null || darkTo === null)
    throw new RangeError(`the sun neither sets nor rises at latitude ${lat} on ${day}`);
  return { dusk: +dusk, dawn: +dawn, darkFrom: +darkFrom, darkTo: +darkTo };
}
