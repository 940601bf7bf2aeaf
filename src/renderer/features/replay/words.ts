import type { Locale } from '../../../shared/i18n/index.ts';
import { type Day, daysAfter } from '../../../shared/lighting/local-time.ts';
import { clockMinute, type Translate } from '../../lib/i18n/index.tsx';

/** At noon of that day, for a formatter: the day is the same in every zone. */
const noonOf = (day: Day): Date => new Date(`${day}T12:00:00`);

/** « mar. 24 au mer. 25 » of a night. */
export function nightWords(t: Translate, day: Day, locale: Locale): string {
  const short = (one: Day) =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric' }).format(noonOf(one));
  return t('replay.nightOf', { evening: short(day), morning: short(daysAfter(day, 1)) });
}

/** « mardi 24 novembre, 02 h 10 ». @param at ms since the epoch */
export function momentWords(t: Translate, at: number, locale: Locale): string {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
  const [hours = '', minutes = ''] = clockMinute(at).split(':');
  return t('replay.moment', { day, hours, minutes });
}
