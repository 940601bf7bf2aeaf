import type { Locale } from '../../../shared/i18n/index.ts';
import { type Day, daysAfter } from '../../../shared/lighting/local-time.ts';
import { clockMinute, dateOf, dateOfDay, type Translate } from '../../lib/i18n/index.tsx';

/** « mar. 24 au mer. 25 » of a night. */
export function nightWords(t: Translate, day: Day, locale: Locale): string {
  const short = (one: Day) => dateOfDay(one, locale, { weekday: 'short', day: 'numeric' });
  return t('replay.nightOf', { evening: short(day), morning: short(daysAfter(day, 1)) });
}

/** « mardi 24 novembre, 02 h 10 ». @param at ms since the epoch */
export function momentWords(t: Translate, at: number, locale: Locale): string {
  const day = dateOf(at, locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const [hours = '', minutes = ''] = clockMinute(at).split(':');
  return t('replay.moment', { day, hours, minutes });
}
