import type { Position } from '../../../shared/geo/position.ts';
import { type ClockTime, Day, daysAfter, instantOf } from '../../../shared/lighting/local-time.ts';
import { nightDayOf } from '../../../shared/lighting/night.ts';
import { MOST_LATITUDE, sunOfNight } from '../../../shared/lighting/sun.ts';

/** A night to be seen again: from the noon of its evening to the noon after it, ms since the epoch. */
export interface ReplayNight {
  readonly day: Day;
  readonly from: number;
  readonly to: number;
  /** when the sun set and rose, by the lamps' clocks */
  readonly dusk: number;
  readonly dawn: number;
}

export interface NightPlace {
  /** IANA name */
  readonly timeZone: string;
  /** where the sun is looked at */
  readonly position: Position;
  /** minutes by which the lamps live ahead of the clock: none but in a demo */
  readonly aheadMinutes: number;
}

const NOON = '12:00' as ClockTime;

export function replayNight(day: Day, { timeZone, position, aheadMinutes }: NightPlace): ReplayNight {
  const [from, to] = [instantOf(day, NOON, timeZone), instantOf(daysAfter(day, 1), NOON, timeZone)];
  if (Math.abs(position[1]) > MOST_LATITUDE) return { day, from, to, dusk: from, dawn: to };
  const { dusk, dawn } = sunOfNight(day, position, timeZone);
  const within = (at: number) => Math.min(to, Math.max(from, at - aheadMinutes * 60_000));
  return { day, from, to, dusk: within(dusk), dawn: within(dawn) };
}

/** The latest nights, the one that is or comes first. @param now ms since the epoch */
export const latestNights = (
  now: number,
  count: number,
  { timeZone }: Pick<NightPlace, 'timeZone'>,
): readonly Day[] => {
  const tonight = nightDayOf(now, timeZone);
  return Array.from({ length: count }, (_, n) => daysAfter(tonight, -n));
};

/** When the clock says so in that night, ms since the epoch: from noon on in the evening, before it the next morning. */
export const momentOfNight = (
  { day }: Pick<ReplayNight, 'day'>,
  clock: ClockTime,
  { timeZone }: Pick<NightPlace, 'timeZone'>,
): number => instantOf(clock < NOON ? daysAfter(day, 1) : day, clock, timeZone);

/** « 24/11/2026 ». */
export const wordsOfDay = (day: Day): string => day.split('-').toReversed().join('/');

/** A day as `wordsOfDay` writes it, with or without leading zeros; undefined for what is none. */
export function dayOfWords(words: string): Day | undefined {
  const [, day = '', month = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words.trim()) ?? [];
  return year === undefined
    ? undefined
    : Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
}
