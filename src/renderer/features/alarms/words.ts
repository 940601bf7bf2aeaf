import type { Alarm } from '../../../shared/alarm/model.ts';
import type { Locale } from '../../../shared/i18n/index.ts';
import type { Person } from '../../../shared/rights/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { momentOf, type Translate, wholeDuration } from '../../lib/i18n/index.tsx';
import { nameOf } from '../session/index.ts';

export interface AlarmSpeaker {
  readonly t: Translate;
  readonly locale: Locale;
  readonly people: readonly Person[];
  readonly now: number;
}

/** What all of it has in common: « Départ ARM-12-2 », « 34 armoires autour de rue Monge ». */
export const sourceWords = (t: Translate, { source: { kind, id }, cabinets }: Alarm): string =>
  t(`alarms.source.${kind}`, { id, n: cabinets.length });

/** Since when it stands, or from when to when it stood. */
export function timeWords(
  { t, locale, now }: AlarmSpeaker,
  { raisedAt, returnedAt, condition = 'broken' }: Alarm,
): string {
  const moment = (at: number) => momentOf(at, now, locale);
  const from = millis(raisedAt);
  return returnedAt === undefined
    ? t('alarms.raised', { time: moment(from), age: wholeDuration(now - from, locale) })
    : t('alarms.over', { from: moment(from), to: moment(millis(returnedAt)), condition });
}

/** Who has hidden or acknowledged it, until when and why; nothing where nobody has. */
export function handWords({ t, locale, people, now }: AlarmSpeaker, alarm: Alarm): readonly string[] {
  const { shelved, outOfService, acknowledged, active } = alarm;
  const hidden = shelved ?? outOfService;
  if (hidden !== undefined) {
    const { by, motive } = hidden;
    return [
      ...(shelved === undefined ? [] : [shelfWords({ t, locale, now }, millis(shelved.until))]),
      t('alarms.hiddenBy', { who: nameOf(people, by.person), motive }),
      t('alarms.standing', { active: active ? 'yes' : 'no' }),
    ];
  }
  if (acknowledged === undefined) return [];
  const { by, at } = acknowledged;
  return [
    t('alarms.acknowledgedBy', { who: nameOf(people, by.person), time: momentOf(millis(at), now, locale) }),
  ];
}

const shelfWords = ({ t, locale, now }: Pick<AlarmSpeaker, 't' | 'locale' | 'now'>, until: number): string =>
  t('alarms.shelvedUntil', { time: momentOf(until, now, locale), left: wholeDuration(until - now, locale) });
