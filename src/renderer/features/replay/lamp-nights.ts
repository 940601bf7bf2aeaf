import type { ProgrammeStep } from '../../../shared/lamp/history/night-facts.ts';
import { burningOf } from '../../../shared/lighting/burning.ts';
import { daysAfter } from '../../../shared/lighting/local-time.ts';
import { nightDayOf } from '../../../shared/lighting/night.ts';
import type { LampPlaces, RoomLightingPlan } from '../../../shared/lighting/published.ts';
import { MOST_LATITUDE, sunOfNight } from '../../../shared/lighting/sun.ts';
import { type NightPlace, type ReplayNight, replayNight } from './nights.ts';

const MINUTE_MS = 60_000;
/** So much of the day is shown on either side: lamps switch a little before and after the sun. */
const EDGE_MS = 60 * MINUTE_MS;

/** A night of the lamps, as they lived it: from before its dusk to after its dawn by the room's clock. */
export interface LampNight extends ReplayNight {
  /** it has begun and is not over */
  readonly runs: boolean;
}

/**
 * Tonight, where it has begun, and the night before it: the latest first. @param now ms since the epoch
 */
export function lampNights(now: number, place: NightPlace): readonly LampNight[] {
  const { timeZone, position, aheadMinutes } = place;
  const ahead = aheadMinutes * MINUTE_MS;
  const tonight = nightDayOf(now + ahead, timeZone);
  return [tonight, daysAfter(tonight, -1)]
    .map((day) => {
      if (Math.abs(position[1]) > MOST_LATITUDE) return replayNight(day, place);
      const sun = sunOfNight(day, position, timeZone);
      const [dusk, dawn] = [sun.dusk - ahead, sun.dawn - ahead];
      return { day, from: dusk - EDGE_MS, to: dawn + EDGE_MS, dusk, dawn };
    })
    .filter(({ from }) => from < now)
    .map((night) => ({ ...night, runs: now < night.to }));
}

/**
 * What a lamp's programme says of a night, by the plan in force now, with nobody there; undefined where no plan tells
 * of it. @param index in its district's dictionary
 */
export function programmeOf(
  night: ReplayNight,
  room: RoomLightingPlan | undefined,
  places: LampPlaces | undefined,
  index: number,
): readonly ProgrammeStep[] | undefined {
  if (room === undefined) return undefined;
  const ahead = room.aheadMinutes * MINUTE_MS;
  const burning = burningOf(room, places, index, (night.dusk + night.dawn) / 2 + ahead);
  const least = burning?.floor?.level ?? 0;
  return burning?.night.steps.map(({ from, to, level }) => ({
    from: from - ahead,
    to: to - ahead,
    level: Math.max(level, least),
  }));
}
