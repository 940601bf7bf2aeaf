import type { Position } from '../../geo/position.ts';
import { type Night, nightDayOf } from '../../lighting/night.ts';
import { MOST_LATITUDE, type SunOfNight, sunOfNight } from '../../lighting/sun.ts';

/** What a lamp should do all through a stretch of time. */
export interface Due {
  /** % that it never should be below, and never above, whoever passes */
  readonly least: number;
  readonly most: number;
  /** of the whole stretch: `turning` where it is in neither */
  readonly sun: 'day' | 'dark' | 'turning';
}

/** How far before and after a moment nothing may have changed, so that something can be concluded, ms. */
export interface Margins {
  /** of a programme: clocks of cabinets err, gateways lag */
  readonly programMs: number;
  /** of sunrise and sunset: photocells and clouds */
  readonly sunMs: number;
}

/** Nothing can be concluded from it. */
export const ANYTHING: Due = { least: 0, most: 100, sun: 'turning' };

/** By its programme. @param floor safety floor, % @param time by the lamps' clocks, ms */
export function dueOf({ steps, sun }: Night, floor: number, time: number, margins: Margins): Due {
  const [from, to] = [time - margins.programMs, time + margins.programMs];
  const around = steps.filter((step) => step.from < to && from < step.to);
  const first = steps[0];
  const last = steps.at(-1);
  const covered = first !== undefined && last !== undefined && first.from <= from && to <= last.to;
  const dark = sun.darkFrom <= from && to <= sun.darkTo;
  const lit = around.length > 0 || (sun.darkFrom < to && from < sun.darkTo);
  return {
    least: Math.max(covered ? Math.min(...around.map(({ level }) => level)) : 0, dark ? floor : 0),
    most: Math.max(0, lit ? floor : 0, ...around.map(({ level, presence }) => presence?.raised ?? level)),
    sun: sunAround(sun, time, margins.sunMs),
  };
}

/**
 * Where no programme is known only the sun decides: off by day; in the dark a lamp burns, unless the city is known to
 * switch off at some hour (`darkDecides` false).
 */
export function dueBySun(sun: SunOfNight, time: number, { sunMs }: Margins, darkDecides: boolean): Due {
  const around = sunAround(sun, time, sunMs);
  if (around === 'day') return { least: 0, most: 0, sun: around };
  return { ...ANYTHING, least: around === 'dark' && darkDecides ? 1 : 0, sun: around };
}

/** The sun of the night that a moment belongs to; undefined where there are days without one. */
export function sunAt(place: Position, time: number, timeZone: string): SunOfNight | undefined {
  return Math.abs(place[1]) > MOST_LATITUDE
    ? undefined
    : sunOfNight(nightDayOf(time, timeZone), place, timeZone);
}

/** A night lasts from noon to noon: its day is before its dusk and after its dawn. */
function sunAround({ dusk, dawn, darkFrom, darkTo }: SunOfNight, time: number, marginMs: number): Due['sun'] {
  const [from, to] = [time - marginMs, time + marginMs];
  if (to <= dusk || dawn <= from) return 'day';
  return darkFrom <= from && to <= darkTo ? 'dark' : 'turning';
}
