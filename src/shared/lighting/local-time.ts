import { z } from 'zod';

/** A day of the calendar, `2026-03-29`: where a night is meant, that of its evening. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;

/** A time of day by the clock on the wall, `22:30`. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day, such as "22:30"')
  .brand<'ClockTime'>();
export type ClockTime = z.infer<typeof ClockTime>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the wall says there and then, read as if it were UTC. */
function wallOf(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts, ...clock });
    formats.set(timeZone, format);
  }
  const said = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return Date.parse(`${said.year}-${said.month}-${said.day}T${said.hour}:${said.minute}:${said.second}Z`);
}

/** @param time ms since the epoch @param timeZone IANA name */
export const dayOf = (time: number, timeZone: string): Day =>
  new Date(wallOf(time, timeZone)).toISOString().slice(0, 10) as Day;

export const clockOf = (time: number, timeZone: string): ClockTime =>
  new Date(wallOf(time, timeZone)).toISOString().slice(11, 16) as ClockTime;

/** « 03:07:42 » by the clock on the wall there. */
export const clockSecondsOf = (time: number, timeZone: string): string =>
  new Date(wallOf(time, timeZone)).toISOString().slice(11, 19);

/** Whole hour there, 0 to 23, and day of the week, 0 for Sunday. */
export function hourOf(time: number, timeZone: string): { readonly hour: number; readonly weekday: number } {
  const wall = new Date(wallOf(time, timeZone));
  return { hour: wall.getUTCHours(), weekday: wall.getUTCDay() };
}

export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as Day;

/**
 * When the wall says so there, ms since the epoch. A time that the clock leaps over is the one that it leaps to as
 * much later; of one that it shows twice the first is meant (as « compatible » of ECMAScript Temporal).
 */
export function instantOf(day: Day, clock: ClockTime, timeZone: string): number {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  const offsetAt = (time: number) => wallOf(time, timeZone) - time;
  // The zone's distance from UTC before and after any change nearby: zones change once in two days at most.
  const before = wall - offsetAt(wall - DAY_MS);
  const after = wall - offsetAt(wall + DAY_MS);
  if (wallOf(before, timeZone) === wall) return before;
  return wallOf(after, timeZone) === wall ? after : before;
}
