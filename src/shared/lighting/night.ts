import type { z } from 'zod';
import type { Position } from '../geo/position.ts';
import { programOf } from './calendar.ts';
import { type ClockTime, type Day, dayOf, daysAfter, instantOf } from './local-time.ts';
import type { Calendar, ControlProgram, LightingName, Moment, PresenceProfile } from './model.ts';
import { type SunOfNight, sunOfNight } from './sun.ts';

/** Where and when programmes are lived, and what they are made of. */
export interface Programmes {
  readonly place: Position;
  /** IANA name */
  readonly timeZone: string;
  readonly presence: readonly PresenceProfile[];
  readonly controlPrograms: readonly ControlProgram[];
}

/** A stretch of a night at one level; `to` is the `from` of the next, or the end of the programme. */
export interface NightStep {
  /** ms since the epoch */
  readonly from: number;
  readonly to: number;
  /** % */
  readonly level: number;
  /** wakes when somebody comes */
  readonly presence?: PresenceProfile;
}

/** What a programme does in one night. */
export interface Night {
  readonly day: Day;
  readonly program: ControlProgram;
  readonly sun: SunOfNight;
  /** in order, without a gap; none where the programme would switch off before it switches on */
  readonly steps: readonly NightStep[];
}

const NOON = '12:00' as ClockTime;

/** The evening's day of the night that a moment belongs to: a night lasts from noon to noon. */
export function nightDayOf(time: number, timeZone: string): Day {
  const day = dayOf(time, timeZone);
  return time < instantOf(day, NOON, timeZone) ? daysAfter(day, -1) : day;
}

/** The evening's day of the night that is, or by day of the one that comes. @param time by the lamps' clocks, ms */
export function eveningOf({ place }: Pick<Programmes, 'place'>, timeZone: string, time: number): Day {
  const day = nightDayOf(time, timeZone);
  return time > sunOfNight(day, place, timeZone).dawn ? daysAfter(day, 1) : day;
}

/** The night of a calendar that begins on that day; undefined where its programme is not among these. */
export function nightOf(of: Programmes, calendar: Calendar, day: Day): Night | undefined {
  const wanted = programOf(calendar, day);
  const program = of.controlPrograms.find(({ id }) => id === wanted);
  return program && nightOfProgram(of, program, day);
}

/** The night of a program that begins on that day, whichever calendars name it. */
export function nightOfProgram(
  { place, timeZone, presence }: Programmes,
  program: ControlProgram,
  day: Day,
): Night {
  const sun = sunOfNight(day, place, timeZone);
  const at = (moment: Moment): number => momentOf(moment, sun, day, timeZone);
  const begins = program.steps.map(({ from }) => at(from));
  const on = begins[0] ?? 0;
  let end = at(program.off);
  const steps: NightStep[] = [];
  // From the last to the first: a step is over when any later one of the list has come, though it be past already.
  for (const [i, step] of [...program.steps.entries()].toReversed()) {
    const from = Math.max(on, begins[i]!);
    if (from < end) steps.unshift({ from, to: end, ...lightOf(step, presence) });
    end = Math.min(end, from);
  }
  return { day, program, sun, steps };
}

/** When a moment of a program is in the night that begins on a day, ms since the epoch. */
export function momentOf(
  moment: Moment,
  sun: Pick<SunOfNight, 'dusk' | 'dawn'>,
  day: Day,
  timeZone: string,
): number {
  if (typeof moment === 'string') return instantOf(moment < NOON ? daysAfter(day, 1) : day, moment, timeZone);
  const [anchor, minutes] = 'dusk' in moment ? [sun.dusk, moment.dusk] : [sun.dawn, moment.dawn];
  return anchor + minutes * 60_000;
}

function lightOf(
  step: ControlProgram['steps'][number],
  profiles: readonly PresenceProfile[],
): Pick<NightStep, 'level' | 'presence'> {
  if ('level' in step) return { level: step.level };
  const presence = profiles.find(({ id }) => id === step.presence);
  // One that this reader doesn't have: full light is the safe side.
  return presence === undefined ? { level: 100 } : { level: presence.base, presence };
}

export const stepAt = ({ steps }: Night, time: number): NightStep | undefined =>
  steps.find(({ from, to }) => from <= time && time < to);

/** Whether nothing would be seen without lamps: civil twilight is over. */
export const isDark = ({ sun }: Night, time: number): boolean => sun.darkFrom <= time && time < sun.darkTo;

export const nameIn = (name: z.infer<typeof LightingName>, locale: 'fr' | 'en'): string =>
  typeof name === 'string' ? name : ((locale === 'en' ? name.en : undefined) ?? name.fr);
