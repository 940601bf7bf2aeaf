import { type Day, dayOf, daysAfter } from '../lighting/local-time.ts';
import { type Instant, instant, millis } from '../wire/time.ts';
import type { Period, RoomEnergy } from './published.ts';
import { spanOf } from './reference-night.ts';
import { type EnergySums, total } from './sums.ts';

const HOUR_MS = 3_600_000;
/** Days of the last month, with the one that runs. */
export const MONTH_DAYS = 30;

/** What was counted, oldest first: full days, and the hours since yesterday's midnight. */
export interface CountedTimes {
  readonly days: readonly { readonly day: Day; readonly sums: EnergySums }[];
  readonly hours: readonly { readonly at: Instant; readonly sums: EnergySums }[];
  /** lamps of the inventory: where they were not counted, they are unknown */
  readonly lamps: number;
  /** ms: counted up to here, and from the first day that was */
  readonly asOf: number;
  readonly timeZone: string;
}

/** The first day that matters to the periods of a day. */
export function earliestDay(today: Day): Day {
  const first = [`${today.slice(0, 4)}-01-01` as Day, daysAfter(today, 1 - MONTH_DAYS)].toSorted();
  return first[0]!;
}

/**
 * Sums by period. Lamp-hours in which nobody counted are there as unknown ones, from the first day that was counted on.
 */
export function periodsOf({
  days,
  hours,
  lamps,
  asOf,
  timeZone,
}: CountedTimes): Pick<RoomEnergy, 'periods' | 'days' | 'hours'> {
  const today = dayOf(asOf, timeZone);
  const ofToday = hours.filter(({ at }) => dayOf(millis(at), timeZone) === today);
  const before = days.filter(({ day }) => day < today);
  const all = [...before, { day: today, sums: total(ofToday.map(({ sums }) => sums)) }];
  const first = all[0]!.day;
  const span = (from: Day, to: Day): EnergySums => {
    const start = spanOf(from < first ? first : from, timeZone).from;
    const end = Math.min(asOf, spanOf(to, timeZone).to);
    const sums = total(all.filter(({ day }) => from <= day && day <= to).map((one) => one.sums));
    return { ...sums, lamps: Math.max(sums.lamps, (lamps * Math.max(0, end - start)) / HOUR_MS) };
  };
  const yesterday = daysAfter(today, -1);
  const month = daysAfter(today, 1 - MONTH_DAYS);
  const periods: Record<Period, EnergySums> = {
    today: span(today, today),
    yesterday: yesterday < first ? total([]) : span(yesterday, yesterday),
    month: span(month, today),
    year: span(`${today.slice(0, 4)}-01-01` as Day, today),
  };
  const full = hours.filter(({ at }) => millis(at) + HOUR_MS <= asOf);
  return {
    periods,
    days: all.filter(({ day }) => day >= month).map(({ day }) => ({ day, sums: span(day, day) })),
    hours: full.slice(-24).map(({ at, sums }) => ({
      at: instant(millis(at)),
      sums: { ...sums, lamps: Math.max(sums.lamps, lamps) },
    })),
  };
}
