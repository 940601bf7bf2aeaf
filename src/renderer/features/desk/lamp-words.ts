import { assertNever } from '../../../shared/assert-never.ts';
import type { LampTrouble } from '../../../shared/lamp/override.ts';
import type { TicketEvent } from '../../../shared/ticket/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, type Translate } from '../../lib/i18n/index.tsx';

const REFUSALS = ['EXPIRED', 'INVALID', 'UNKNOWN_LAMP', 'LOCKED', 'FAULT', 'FLOOR'] as const;

/** « consigné : quelqu’un y travaille », or the gateway's own word where it is none that we know. */
function refusalOf(t: Translate, code: string | undefined): string {
  const known = REFUSALS.find((one) => one === code);
  return known === undefined ? (code ?? '') : t(`relight.refused.${known}`);
}

/** « LMP-21-000417 n’a pas répondu ». */
export function troubleWords(t: Translate, { lamp, why, code, level }: LampTrouble): string {
  switch (why) {
    case 'refused':
      return t('relight.trouble.refused', { lamp, code: refusalOf(t, code) });
    case 'unchanged':
      return level === undefined
        ? t('relight.trouble.unseen', { lamp })
        : t('relight.trouble.unchanged', { lamp, level });
    case 'silent':
    case 'unsent':
      return t(`relight.trouble.${why}`, { lamp });
    default:
      return assertNever(why);
  }
}

/** Why so many have not followed, without their names: « consigné, quelqu’un y travaille ». */
export function troubleReason(t: Translate, { why, code, level }: Omit<LampTrouble, 'lamp'>): string {
  switch (why) {
    case 'refused':
      return refusalOf(t, code) || t('relight.reason.refused');
    case 'unchanged':
      return level === undefined ? t('relight.reason.unseen') : t('relight.reason.unchanged', { level });
    case 'silent':
    case 'unsent':
      return t(`relight.reason.${why}`);
    default:
      return assertNever(why);
  }
}

/** What an event on lamps says; undefined for one that is about none. */
export function lampEventWords(t: Translate, event: TicketEvent, who: string): string | undefined {
  const { light } = event;
  if (light === undefined) return undefined;
  const { street, lamps, observed = 0, named = [] } = light;
  const values = {
    who,
    street,
    lamps,
    observed,
    level: Math.round(light.level * 100),
    until: clockMinute(millis(light.until)),
    own: event.person === undefined ? 'no' : 'yes',
    back: light.release === true ? 'yes' : 'no',
  };
  if (light.taken === true) return t('relight.event.taken');
  if (light.counting !== undefined) {
    const level = Math.round(light.level * 100);
    const until = clockMinute(millis(light.until));
    return event.type === 'lamp.released'
      ? t('relight.event.givenOn', { n: light.counting })
      : t('relight.event.counting', { n: light.counting, level, until });
  }
  if (light.again !== undefined) return t('relight.event.again', { who, n: light.again });
  const sentence = t(
    `desk.event.${event.type as 'lamp.commanded' | 'lamp.observed' | 'lamp.released'}`,
    values,
  );
  if (named.length === 0) return sentence;
  const troubles = named.map((trouble) => troubleWords(t, trouble));
  const more = lamps - observed - named.length;
  return [sentence, ...troubles, ...(more > 0 ? [t('relight.more', { n: more })] : [])].join(' · ');
}
