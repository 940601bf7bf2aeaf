import { LampState } from '../../../shared/lamp/state.ts';
import { type Burning, expectedLevel } from '../../../shared/lighting/burning.ts';
import type { LevelCause } from '../../../shared/lighting/level.ts';
import { clockOf } from '../../../shared/lighting/local-time.ts';
import { nameIn } from '../../../shared/lighting/night.ts';
import type { Locale, Translate } from '../../lib/i18n/index.tsx';

const levelWords = (t: Translate, level: number): string =>
  level === 0 ? t('lighting.now.off') : t('lighting.now.level', { level });

/** « “Nuit profonde”, 30 % jusqu’à 05:30, puis 70 % », in the lamps' own time. @param timeZone IANA name */
export function programmeWords(t: Translate, locale: Locale, burning: Burning, timeZone: string): string {
  const { program, rule, step, next } = burning;
  const own = nameIn(program, locale);
  const name =
    rule === undefined
      ? t('lighting.named', { name: own })
      : t('lighting.namedFor', { name: own, rule: nameIn(rule, locale) });
  const now =
    step?.presence === undefined
      ? levelWords(t, step?.level ?? 0)
      : t('lighting.now.presence', { level: step.level, raised: step.presence.raised });
  if (next === undefined) return t('lighting.line', { name, now });
  const time = clockOf(next.at, timeZone);
  return t('lighting.lineUntil', { name, now, time, after: levelWords(t, next.level) });
}

/** Levels that mean the same: lamps report in whole percents of what they measure. */
const ALIKE = 5;

/** Why a lamp burns as it was observed; `other` where nothing that is known explains it. */
export type Why = LevelCause | 'other';

/**
 * @param state bits of shared/lamp/state.ts @param level % as observed
 * @param around how it should burn now, a little earlier and a little later: no two clocks agree
 */
export function whyOf(state: number, level: number, around: readonly Burning[]): Why {
  const isLike = (wanted: number) => Math.abs(wanted - level) <= ALIKE;
  if (state & LampState.override) return 'override';
  if (state & LampState.fault && level === 0) return 'fault';
  const fitting = around.find((one) => isLike(expectedLevel(one)));
  if (fitting !== undefined)
    return expectedLevel(fitting) > (fitting.step?.level ?? 0) ? 'floor' : 'schedule';
  return around.some(({ step }) => step?.presence !== undefined && isLike(step.presence.raised))
    ? 'presence'
    : 'other';
}

export function whyWords(t: Translate, why: Why, wanted: number): string {
  if (why !== 'other') return t(`lighting.cause.${why}`);
  return wanted === 0 ? t('lighting.cause.otherOff') : t('lighting.cause.other', { level: wanted });
}
