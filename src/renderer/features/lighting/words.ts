import type { CrossingLight } from '../../../shared/crossing/light.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { LampState } from '../../../shared/lamp/state.ts';
import { type Burning, expectedLevel } from '../../../shared/lighting/burning.ts';
import type { LitIncident } from '../../../shared/lighting/incident.ts';
import type { LevelCause } from '../../../shared/lighting/level.ts';
import { clockOf } from '../../../shared/lighting/local-time.ts';
import type { CalendarRule, SafetyFloor } from '../../../shared/lighting/model.ts';
import { type Night, type NightStep, nameIn } from '../../../shared/lighting/night.ts';
import type { Locale, Translate } from '../../lib/i18n/index.tsx';

const levelWords = (t: Translate, level: number): string =>
  level === 0 ? t('lighting.now.off') : t('lighting.now.level', { level });

/** « “Nuit courte” (Fin de semaine) »: a night's programme, and the exception that it is. */
export function nightName(
  t: Translate,
  locale: Locale,
  { night, rule }: { readonly night: Pick<Night, 'program'>; readonly rule?: CalendarRule | undefined },
): string {
  const name = nameIn(night.program.name, locale);
  if (rule?.name === undefined) return t('lighting.named', { name });
  return t('lighting.namedFor', { name, rule: nameIn(rule.name, locale) });
}

const stepWords = (t: Translate, step: NightStep | undefined): string =>
  step?.presence === undefined
    ? levelWords(t, step?.level ?? 0)
    : t('lighting.now.presence', { level: step.level, raised: step.presence.raised });

/** « 17:13 80 % · 23:30 40 % (90 % au passage) · 07:43 éteint ». @param timeZone IANA name */
export function nightWords(t: Translate, { steps }: Pick<Night, 'steps'>, timeZone: string): string {
  const last = steps.at(-1);
  if (last === undefined) return t('lighting.now.off');
  const said = steps.map((step) => `${clockOf(step.from, timeZone)} ${stepWords(t, step)}`);
  return [...said, `${clockOf(last.to, timeZone)} ${t('lighting.now.off')}`].join(' · ');
}

/** « “Nuit profonde”, 30 % jusqu’à 05:30, puis 70 % », in the lamps' own time. @param timeZone IANA name */
export function programmeWords(t: Translate, locale: Locale, burning: Burning, timeZone: string): string {
  const { step, next } = burning;
  const name = nightName(t, locale, burning);
  const now = stepWords(t, step);
  if (next === undefined) return t('lighting.line', { name, now });
  const time = clockOf(next.at, timeZone);
  return t('lighting.lineUntil', { name, now, time, after: levelWords(t, next.level) });
}

/**
 * « Passages piétons : rue Monge, à 9 m »: a floor, and of one at crossings the nearest that the lamp lights.
 * @param crossingsOf which crossings a lamp at a place lights
 */
export function floorWords(
  t: Translate,
  locale: Locale,
  { name, where }: Pick<SafetyFloor, 'name' | 'where'>,
  position: Position | undefined,
  crossingsOf: CrossingLight['litFrom'] | undefined,
): string {
  const said = nameIn(name, locale);
  if (where.crossingMetres === undefined || position === undefined) return said;
  const [first, ...others] = crossingsOf?.(position, where.crossingMetres) ?? [];
  if (first === undefined) return said;
  const street = first.crossing.street ?? first.crossing.id;
  return t('lighting.atCrossing', { name: said, street, metres: Math.round(first.metres), n: others.length });
}

/** For what lamps are not dimmed: « passage piéton rue Monge », else the floor's or the incident's name; the higher counts. */
export function floorGroup(
  t: Translate,
  locale: Locale,
  floor: SafetyFloor | undefined,
  incident: LitIncident | undefined,
  position: Position | undefined,
  crossingsOf: CrossingLight['litFrom'],
): string | undefined {
  if ((incident?.floor.level ?? 0) > (floor?.level ?? 0)) return nameIn(incident!.floor.name, locale);
  if (floor === undefined) return undefined;
  const { crossingMetres } = floor.where;
  const [first] = crossingMetres && position ? crossingsOf(position, crossingMetres) : [];
  if (first === undefined) return nameIn(floor.name, locale);
  return t('crossing.called', { street: first.crossing.street ?? first.crossing.id });
}

/** Levels that mean the same: lamps report in whole percents of what they measure. */
const ALIKE = 5;

/** Why a lamp burns as it was observed; `other` where nothing that is known explains it. */
export type Why = LevelCause | 'incident' | 'other';

/**
 * @param state bits of shared/lamp/state.ts @param level % as observed
 * @param around how it should burn now, a little earlier and a little later: no two clocks agree
 */
export function whyOf(state: number, level: number, around: readonly Burning[]): Why {
  const isLike = (wanted: number) => Math.abs(wanted - level) <= ALIKE;
  if (state & LampState.override) return 'override';
  if (state & LampState.fault && level === 0) return 'fault';
  const fitting = around.find((one) => isLike(expectedLevel(one)));
  if (fitting !== undefined) {
    const { step, floor, incident } = fitting;
    if (expectedLevel(fitting) <= (step?.level ?? 0)) return 'schedule';
    return (incident?.floor.level ?? 0) > (floor?.level ?? 0) ? 'incident' : 'floor';
  }
  return around.some(({ step }) => step?.presence !== undefined && isLike(step.presence.raised))
    ? 'presence'
    : 'other';
}

export function whyWords(t: Translate, why: Why, wanted: number): string {
  if (why !== 'other') return t(`lighting.cause.${why}`);
  return wanted === 0 ? t('lighting.cause.otherOff') : t('lighting.cause.other', { level: wanted });
}
