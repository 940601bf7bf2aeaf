import { ruleOf } from './calendar.ts';
import type { CalendarRule, SafetyFloor } from './model.ts';
import { isDark, type Night, type NightStep, nightDayOf, nightOf, stepAt } from './night.ts';
import type { LampPlaces, RoomLightingPlan } from './published.ts';

/** How a lamp should burn by the plan, and until when. */
export interface Burning {
  readonly night: Night;
  /** the exception of the calendar that it follows tonight */
  readonly rule: CalendarRule | undefined;
  /** undefined: off, by programme */
  readonly step: NightStep | undefined;
  readonly dark: boolean;
  /** of the lamp: at night it never burns below */
  readonly floor?: SafetyFloor;
  /** ms since the epoch, and the level from then on, % */
  readonly next?: { readonly at: number; readonly level: number };
}

/** % that a lamp burns at by its programme and its floor, if nobody passes. */
export function expectedLevel({ step, dark, floor }: Burning): number {
  return Math.max(step?.level ?? 0, dark || step !== undefined ? (floor?.level ?? 0) : 0);
}

/** @param time by the lamps' clocks, ms @returns undefined where the plan does not tell of this lamp */
export function burningOf(
  { plan, timeZone }: RoomLightingPlan,
  places: LampPlaces | undefined,
  index: number,
  time: number,
): Burning | undefined {
  if (plan === undefined || places?.version !== plan.version) return undefined;
  const group = plan.groups[places.groups[index] ?? -1];
  const calendar = plan.calendars.find(({ id }) => id === group?.calendar);
  if (calendar === undefined) return undefined;
  const on = nightDayOf(time, timeZone);
  const night = nightOf({ ...plan, timeZone }, calendar, on);
  if (night === undefined) return undefined;
  const step = stepAt(night, time);
  const floor = plan.floors[places.floors[index] ?? -1];
  const next = nextOf(night, time);
  return {
    night,
    rule: ruleOf(calendar, on),
    step,
    dark: isDark(night, time),
    ...(floor && { floor }),
    ...(next && { next }),
  };
}

/** The next change; after a night’s last one, the coming evening is no news yet. */
function nextOf(night: Night, time: number): Burning['next'] {
  const following = night.steps.find(({ from }) => from > time);
  if (following !== undefined) return { at: following.from, level: following.level };
  const step = stepAt(night, time);
  return step && { at: step.to, level: 0 };
}
