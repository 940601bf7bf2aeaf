import { textOf } from './value.ts';

/** Which of two numbers of a date with slashes comes first. */
export type DateOrder = 'dayFirst' | 'monthFirst';

const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/;
const SHORT_YEAR = /^(\d{1,2})\/(\d{1,2})\/(\d{2})(?:\s|$)/;
const YEAR_FIRST = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:\.0+)?(?:[T ]|$)/;
const MONTH_AND_YEAR = /^(\d{1,2})[/.-](\d{4})$/;
/** As dBASE has them in shapefiles. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Milliseconds since 1970, as ArcGIS gives dates. */
const MILLISECONDS = /^-?\d{11,13}$/;
/** Midnight in France is up to two hours before that of UTC: this later it is the same day by both. */
const PAST_MIDNIGHT_MS = 2 * 3_600_000;

/** A day, a month or a year, ISO 8601, as exact as it was written: `2021`, `2021-03`, `2021-03-04`. */
export function dateOf(value: unknown, order: DateOrder = 'dayFirst'): string | undefined {
  const text = textOf(value) ?? '';
  if (MILLISECONDS.test(text)) {
    const at = new Date(Number(text) + PAST_MIDNIGHT_MS);
    return Number.isNaN(at.getTime()) ? undefined : dayOf(at.toISOString().slice(0, 10).split('-'));
  }
  const yearLast = YEAR_LAST.exec(text) ?? SHORT_YEAR.exec(text);
  if (yearLast !== null) {
    const [, first = '', second = '', year = ''] = yearLast;
    const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
    return dayOf([year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`, month, day]);
  }
  const [, month, ofYear] = MONTH_AND_YEAR.exec(text) ?? [];
  if (month !== undefined && ofYear !== undefined) return dayOf([ofYear, month]);
  const [, ...parts] = COMPACT.exec(text) ?? YEAR_FIRST.exec(text) ?? [];
  return dayOf(parts.filter((part) => part !== undefined));
}

/** Year, month and day, of which the last ones may be left out. */
function dayOf(said: readonly string[]): string | undefined {
  const year = Number(said[0]);
  if (!(year >= 1_950 && year <= 2_100)) return undefined;
  const parts = said.map((part) => part.padStart(2, '0'));
  const whole = `${parts.join('-')}${'-01-01'.slice(3 * (parts.length - 1))}`;
  const at = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole) ? parts.join('-') : undefined;
}
