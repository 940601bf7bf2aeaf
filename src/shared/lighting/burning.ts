import { ruleOf } from './calendar.ts';
import type { LitIncident } from './incident.ts';
import type { CalendarRule, LightingPlan, SafetyFloor } from './model.ts';
import { isDark, type Night, type NightStep, nightDayOf, nightOf, stepAt } from './night.ts';
import type { PlacedLamp } from './place-lamps.ts';
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
  /** beside it, likewise, while that lasts */
  readonly incident?: LitIncident;
  /** ms since the epoch, and the level from then on, % */
  readonly next?: { readonly at: number; readonly level: number };
}

/** % below which a lamp must not be dimmed now, for safety or an incident, while it burns or would be missed. */
export const leastLevel = ({ step, dark, floor, incident }: Burning): number =>
  dark || step !== undefined ? Math.max(floor?.level ?? 0, incident?.floor.level ?? 0) : 0;

/** % that a lamp burns at by its programme and its floor, if nobody passes. */
export const expectedLevel = (burning: Burning): number =>
  Math.max(burning.step?.level ?? 0, leastLevel(burning));

/** @param time by the lamps' clocks, ms @returns undefined where the plan does not tell of this lamp */
export function burningOf(
  { plan, timeZone }: Pick<RoomLightingPlan, 'plan' | 'timeZone'>,
  places: LampPlaces | undefined,
  index: number,
  time: number,
): Burning | undefined {
  if (plan === undefined || places?.version !== plan.version) return undefined;
  const [group = -1, floor = -1] = [places.groups[index], places.floors[index]];
  return lived(plan, timeZone, { group, floor }, time);
}

/** The same for many lamps at one moment: what is alike is reckoned once. */
export function burningsAt(
  plan: LightingPlan,
  timeZone: string,
  time: number,
): (placed: PlacedLamp) => Burning | undefined {
  const known = new Map<string, Burning | undefined>();
  return (placed) => {
    const key = `${placed.group} ${placed.floor}`;
    if (!known.has(key)) known.set(key, lived(plan, timeZone, placed, time));
    return known.get(key);
  };
}

function lived(plan: LightingPlan, timeZone: string, placed: PlacedLamp, time: number): Burning | undefined {
  const group = plan.groups[placed.group];
  const calendar = plan.calendars.find(({ id }) => id === group?.calendar);
  if (calendar === undefined) return undefined;
  const on = nightDayOf(time, timeZone);
  const night = nightOf({ ...plan, timeZone }, calendar, on);
  if (night === undefined) return undefined;
  const step = stepAt(night, time);
  const floor = plan.floors[placed.floor];
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
