import {
  type Candidate,
  type Hindrance,
  KEEPS_WITHIN_S,
  type NearestUnit,
  type Otherwise,
  type Refusal,
  STALE_MS,
} from '../../../shared/advice/nearest-unit.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Travel } from '../../../shared/geo/route.ts';
import type { Locale } from '../../../shared/i18n/index.ts';
import type { Assignment } from '../../../shared/unit/assignment.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, duration, type Translate, wholeDuration } from '../../lib/i18n/index.tsx';

export interface Speech {
  readonly t: Translate;
  readonly locale: Locale;
}

/** « 260 m », « 1,1 km à vol d’oiseau » */
export function distanceWords(t: Translate, { metres, by }: Travel): string {
  const rounded = Math.round(metres / 10) * 10;
  const far = rounded < 1_000 ? t('units.metres', { n: rounded }) : t('units.km', { n: metres / 1_000 });
  return by === 'streets' ? far : t('units.straight', { far });
}

/** « 50 s », « 1 min 40 », « 9 min »: no more exact than an estimate is. */
export function timeWords(t: Translate, seconds: number): string {
  const tens = Math.max(10, Math.round(seconds / 10) * 10);
  if (tens < 60) return t('units.seconds', { n: tens });
  if (tens >= 300) return t('units.minutes', { n: Math.round(tens / 60) });
  const [minutes, rest] = [Math.floor(tens / 60), tens % 60];
  return rest === 0 ? t('units.minutes', { n: minutes }) : t('units.minutesSeconds', { minutes, rest });
}

/** « a refusé 0067 à 23:45 : pneu crevé » */
const refusalWords = (t: Translate, { ref, at, motive }: Refusal): string =>
  t('units.hindrance.refusedOther', {
    ref: ref?.split('-').at(-1) ?? '',
    time: clockMinute(millis(at)),
    why: motive === undefined ? 'unknown' : 'told',
    motive: motive ?? '',
  });

/** What keeps a unit, in the words of who would send it. */
function hindranceWords({ t, locale }: Speech, what: Hindrance, candidate: Candidate): string {
  const { unit, load, ageMs, refusal } = candidate;
  if (what === 'refusedOther') return refusal === undefined ? '' : refusalWords(t, refusal);
  if (what === 'stale') return t('units.stale', { age: duration(ageMs, locale) });
  if (what !== 'busy') return t(`units.hindrance.${what}`);
  return load > 0 ? t('units.load', { n: load }) : t(`units.status.${unit.status}`);
}

/**
 * « position d’il y a 3 min 10 s », « état d’il y a 40 s »; undefined where it is fresh.
 * @param lost the hub is not heard: nothing says that it has not moved since
 */
export function oldWords({ t, locale }: Speech, ageMs: number, lost: boolean): string | undefined {
  if (ageMs > STALE_MS) return t('units.stale', { age: wholeDuration(ageMs, locale) });
  return lost ? t('units.asOf', { age: wholeDuration(ageMs, locale) }) : undefined;
}

/** « libre, 260 m »; or what keeps it. */
export function candidateWords(speech: Speech, candidate: Candidate): string {
  const { t } = speech;
  const { unit, travel, hindrances } = candidate;
  const kept = hindrances.map((what) => hindranceWords(speech, what, candidate));
  return [
    ...(hindrances.includes('busy') ? [] : [t(`units.status.${unit.status}`)]),
    ...kept,
    ...(travel === undefined ? [] : [distanceWords(t, travel)]),
  ].join(', ');
}

/** « secourisme »: why it can do it, where a skill is asked for. */
export const skillWords = (t: Translate, { fits }: Candidate): string =>
  fits?.kind === 'skill' ? t(`units.skill.${fits.skill}`) : '';

/** What would change the proposal. */
export function otherwiseWords(t: Translate, otherwise: Otherwise): string {
  const unit = otherwise.candidate.unit.callSign;
  switch (otherwise.kind) {
    case 'nearer':
      return t('units.otherwise.nearer', { unit, but: otherwise.but });
    case 'next':
      return t('units.otherwise.next', { unit, time: timeWords(t, otherwise.later) });
    case 'level':
      return t('units.otherwise.level', {
        unit,
        time: timeWords(t, otherwise.sooner),
        seconds: KEEPS_WITHIN_S,
      });
    default:
      return assertNever(otherwise);
  }
}

/** Which is proposed and by what reason, with what would change it; or that none is. */
export function proposalWords(t: Translate, { proposed, otherwise }: NearestUnit): string {
  if (proposed === undefined) return t('units.noProposal');
  const unit = proposed.unit.callSign;
  if (otherwise?.kind === 'level')
    return `${t('units.proposed.kept', { unit })} ${otherwiseWords(t, otherwise)}`;
  const why = t('units.proposed', { unit });
  return otherwise === undefined ? why : `${why} ${otherwiseWords(t, otherwise)}`;
}

/** « a accepté », « refuse : pneu crevé » */
export function assignmentWords(t: Translate, { state, motive, byVoice }: Assignment): string {
  const what =
    state === 'refused' && motive !== undefined
      ? t('units.assigned.refusedWhy', { motive })
      : t(`units.assigned.${state}`);
  return byVoice === true ? t('units.assigned.said', { what }) : what;
}
