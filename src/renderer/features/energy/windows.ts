import type { EnergyWish } from '../../../shared/ipc/energy.ts';
import {
  type ClockTime,
  type Day,
  dayOf,
  daysAfter,
  instantOf,
} from '../../../shared/lighting/local-time.ts';
import { nightDayOf } from '../../../shared/lighting/night.ts';

/** Stretches of time that streets are added up over: the night that is or was last, or whole days up to yesterday. */
export const WINDOWS = ['night', 'yesterday', 'week', 'month', 'year'] as const;
export type Window = (typeof WINDOWS)[number];

/** From this long after noon on, the coming night is the one that is meant, ms. */
const EVENING_MS = 6 * 3_600_000;
const NOON = '12:00' as ClockTime;

/** The evening's day of the night that is, or was last. @param time by the lamps' clocks, ms */
export function lastNight(time: number, timeZone: string): Day {
  const day = nightDayOf(time, timeZone);
  return time - instantOf(day, NOON, timeZone) < EVENING_MS ? daysAfter(day, -1) : day;
}

interface Clocks {
  /** ms since the epoch */
  readonly now: number;
  /** IANA name */
  readonly timeZone: string;
  /** minutes by which the lamps live ahead of the clock */
  readonly aheadMinutes: number;
}

/** What is asked for a window, street by street. */
export function wishOf(window: Window, { now, timeZone, aheadMinutes }: Clocks): EnergyWish {
  const today = dayOf(now, timeZone);
  const yesterday = daysAfter(today, -1);
  if (window === 'night') {
    const day = lastNight(now + aheadMinutes * 60_000, timeZone);
    return { by: 'streetOfNight', from: day, to: day };
  }
  const january = `${yesterday.slice(0, 4)}-01-01` as Day;
  const from = { yesterday, week: daysAfter(today, -7), month: daysAfter(today, -30), year: january }[window];
  return { by: 'street', from, to: yesterday };
}

/** The last twelve months with the one that runs, from the first of one. */
export function yearWish(now: number, timeZone: string): EnergyWish {
  const today = dayOf(now, timeZone);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const first = month === 12 ? `${year}-01-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}-01`;
  return { by: 'day', from: first as Day, to: today };
}
