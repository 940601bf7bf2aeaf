import { ruleOf } from '../../../../shared/lighting/calendar.ts';
import { type Day, daysAfter } from '../../../../shared/lighting/local-time.ts';
import type { CalendarRule, LightingPlan, SafetyFloor } from '../../../../shared/lighting/model.ts';
import { eveningOf, type Night, nightOf } from '../../../../shared/lighting/night.ts';
import type { LampPlaces, RoomLightingPlan } from '../../../../shared/lighting/published.ts';

/** A night as a group of lamps lives it, and the exception it is, where it is one. */
export interface GroupNight {
  readonly night: Night;
  readonly rule: CalendarRule | undefined;
}

/** What a group of lamps does tonight, or is about to, and in the night after. */
export interface GroupOutlook {
  readonly id: string;
  readonly name: LightingPlan['groups'][number]['name'];
  readonly lamps: number;
  readonly tonight: GroupNight;
  readonly tomorrow: GroupNight;
}

export interface Outlook {
  readonly day: Day;
  readonly groups: readonly GroupOutlook[];
  readonly floors: readonly (SafetyFloor & { readonly lamps: number })[];
}

/** @param time by the lamps' clocks, ms @returns undefined where no plan is in force */
export function outlookOf(
  { plan, timeZone }: RoomLightingPlan,
  districts: Iterable<LampPlaces>,
  time: number,
): Outlook | undefined {
  if (plan === undefined) return undefined;
  const known = [...districts].filter(({ version }) => version === plan.version);
  const [inGroup, underFloor] = [
    tally(known.flatMap(({ groups }) => groups)),
    tally(known.flatMap(({ floors }) => floors)),
  ];
  const day = eveningOf(plan, timeZone, time);
  const groups = plan.groups.flatMap(({ id, name, calendar: wanted }, i) => {
    const calendar = plan.calendars.find((one) => one.id === wanted);
    const [tonight, tomorrow] = [day, daysAfter(day, 1)].map((on) => {
      const night = calendar && nightOf({ ...plan, timeZone }, calendar, on);
      return night && { night, rule: ruleOf(calendar, on) };
    });
    return tonight && tomorrow ? [{ id, name, lamps: inGroup.get(i) ?? 0, tonight, tomorrow }] : [];
  });
  return {
    day,
    groups,
    floors: plan.floors.map((floor, i) => ({ ...floor, lamps: underFloor.get(i) ?? 0 })),
  };
}

function tally(places: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}
