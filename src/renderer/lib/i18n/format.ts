import type { Locale } from '../../../shared/i18n/index.ts';
import { clockSecondsOf, type Day, dayOf, hourOf } from '../../../shared/lighting/local-time.ts';
import { shownZone } from './zone.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NBSP = '\u00a0';
/** Made once: a formatter costs a hundred times what it formats, and ages are said each second. */
const numbers = (options: Intl.NumberFormatOptions): Readonly<Record<Locale, Intl.NumberFormat>> => ({
  fr: new Intl.NumberFormat('fr', options),
  en: new Intl.NumberFormat('en', options),
});
const WHOLE = numbers({});
const TENTHS = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const SIGNED_NOTHING = /(?<![\p{L}\p{N}])-(?=0+(?:[.,]0+)?(?![.,]?\p{N}))/gu;
/**
 * A text in which negative numbers have the sign minus: `Intl` writes them with a hyphen, which is narrower than a figure
 * and may be left behind at the end of a line. The hyphen within a name or a number of an intervention stays one. What is
 * rounded to nothing has no sign.
 */
export const withMinus = (text: string): string =>
  text.replace(SIGNED_NOTHING, '').replace(/(?<![\p{L}\p{N}])-(?=\d)/gu, '\u2212');

const two = (n: number): string => String(n).padStart(2, '0');

/** « 03:07:42 » by the room's clock. @param at ms since the epoch */
export const clockTime = (at: number): string => clockSecondsOf(at, shownZone());

/** « 03:07 », for what is due then: seconds would promise too much. @param at ms since the epoch */
export const clockMinute = (at: number): string => clockTime(at).slice(0, 5);

/** Whole hour by the room's clock, 0 to 23. @param at ms since the epoch */
export const clockHour = (at: number): number => hourOf(at, shownZone()).hour;

/** The room's day. @param at ms since the epoch */
export const roomDay = (at: number): Day => dayOf(at, shownZone());

const dateFormats = new Map<string, Intl.DateTimeFormat>();
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions, timeZone: string) {
  const key = JSON.stringify([locale, options, timeZone]);
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  dateFormats.set(key, known);
  return known;
}

/** A date in words, of the room's day. @param at ms since the epoch */
export const dateOf = (at: number, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, options, shownZone()).format(at);

/** A day of the calendar in words: it is the same in every zone. */
export const dateOfDay = (day: Day, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, options, 'UTC').format(new Date(`${day}T12:00:00Z`));

/** « 03:07:42 » on the same day, « 23 nov. 03:07:42 » on another. */
export function momentOf(at: number, now: number, locale: Locale): string {
  if (roomDay(at) === roomDay(now)) return clockTime(at);
  const day = dateOf(at, locale, { day: 'numeric', month: 'short' });
  return `${day.replaceAll(' ', NBSP)} ${clockTime(at)}`;
}

/** « 12 mars 2026 », the room's day. @param at ms since the epoch */
export const wholeDate = (at: number, locale: Locale): string =>
  dateOf(at, locale, { day: 'numeric', month: 'long', year: 'numeric' }).replaceAll(' ', NBSP);

/** « mar. 24 » and « nov. 2026 », the two lines beside the clock. */
export function dateLines(day: Day, locale: Locale): readonly [string, string] {
  const part = (options: Intl.DateTimeFormatOptions) => dateOfDay(day, locale, options);
  return [
    `${part({ weekday: 'short' })} ${part({ day: 'numeric' })}`,
    `${part({ month: 'short' })} ${part({ year: 'numeric' })}`,
  ];
}

/** « 0,4 s », « 12 s », « 4 min 02 s », « 2 h 10 », « 3 j 4 h ». Negative lengths count as none. */
export function duration(ms: number, locale: Locale): string {
  const length = Math.max(0, ms);
  if (length < 10 * SECOND) {
    return `${TENTHS[locale].format(Math.floor(length / 100) / 10)}${NBSP}s`;
  }
  return longDuration(length, locale);
}

/** As `duration`, in whole seconds: for what counts up before one's eyes. */
export function wholeDuration(ms: number, locale: Locale): string {
  const length = Math.max(0, ms);
  return length < 10 * SECOND ? `${Math.floor(length / SECOND)}${NBSP}s` : longDuration(length, locale);
}

function longDuration(length: number, locale: Locale): string {
  const [days, hours] = [Math.floor(length / DAY), Math.floor((length % DAY) / HOUR)];
  const [minutes, seconds] = [Math.floor((length % HOUR) / MINUTE), Math.floor((length % MINUTE) / SECOND)];
  if (days > 0) return `${days}${NBSP}${locale === 'fr' ? 'j' : 'd'} ${hours}${NBSP}h`;
  if (hours > 0) return `${hours}${NBSP}h${NBSP}${two(minutes)}`;
  if (minutes > 0) return `${minutes}${NBSP}min ${two(seconds)}${NBSP}s`;
  return `${seconds}${NBSP}s`;
}

/** « 04:12 »; past an hour « 1:04:12 ». For what is pressing. */
export function stopwatch(ms: number): string {
  const length = Math.max(0, ms);
  const [hours, minutes] = [Math.floor(length / HOUR), Math.floor((length % HOUR) / MINUTE)];
  const tail = `${two(minutes)}:${two(Math.floor((length % MINUTE) / SECOND))}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** A length as short as a target is said: « 1 min », « 24 h ». */
export function roundDuration(ms: number): string {
  return ms >= HOUR ? `${Math.round(ms / HOUR)}${NBSP}h` : `${Math.round(ms / MINUTE)}${NBSP}min`;
}

/** « 45 min », « 2 h 10 »: a length to the minute. */
export function roundMinutes(ms: number): string {
  const minutes = Math.round(Math.max(0, ms) / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours > 0 ? `${hours}${NBSP}h${NBSP}${two(rest)}` : `${rest}${NBSP}min`;
}

/** Age in the queue: to the second for P1 and P2, to the minute beyond. */
export function queueAge(ms: number, priority: number, locale: Locale): string {
  const length = Math.max(0, ms);
  if (length >= HOUR) return longDuration(length, locale);
  return priority <= 2 ? stopwatch(length) : `${Math.floor(length / MINUTE)}${NBSP}min`;
}

/** A count of bytes in millions, to the tenth: « 0,4 ». What is there is never said to be nothing. */
export const megabytes = (bytes: number, locale: Locale): string =>
  TENTHS[locale].format(bytes > 0 ? Math.max(0.1, bytes / 1e6) : 0);

/** « 12 345 » with the locale's thousands. */
export const wholeNumber = (n: number, locale: Locale): string => withMinus(WHOLE[locale].format(n));
