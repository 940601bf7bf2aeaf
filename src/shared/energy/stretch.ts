/** A lamp as the inventory has it, W; what is not recorded is unknown. */
export interface RatedLamp {
  readonly power?: number | undefined;
  readonly powerBefore?: number | undefined;
}

/** What a lamp did over a stretch of time in which nothing changed. */
export interface Stretch {
  readonly hours: number;
  /** of these, within the reference night */
  readonly nightHours: number;
  /** %, as observed */
  readonly level: number;
  /** W, as the lamp reported it */
  readonly reported?: number | undefined;
  /** what its programme says, %; undefined where no programme is known of */
  readonly expected?: Expected | undefined;
  readonly override: boolean;
  /** that order was given for an intervention */
  readonly forTicket?: boolean;
  /** %, below which the plan lets no lamp fall around an open intervention */
  readonly incident?: number | undefined;
  /** its own fault, or a circuit or cabinet that says that it is without supply */
  readonly faulty: boolean;
  readonly unfed: boolean;
}
export interface Expected {
  /** % with nobody there, and not below the safety floor */
  readonly level: number;
  /** % while somebody is there */
  readonly raised?: number | undefined;
}

/** Where the difference of a lamp to its programme comes from. */
export type Part = 'presence' | 'incident' | 'override' | 'fault';

/** What a stretch adds to the sums of its street. */
export interface Counted {
  /** W; undefined where nothing says it: the stretch is unknown */
  readonly watts: number | undefined;
  readonly by: 'power' | 'rated';
  /** kWh, for a lamp whose power before conversion is recorded */
  readonly based: { readonly baseline: number; readonly led: number; readonly schedule: number } | undefined;
  /** kWh against its programme, and why */
  readonly moved: { readonly part: Part; readonly kwh: number } | undefined;
  /** it burnt at the raised level of its presence profile */
  readonly raised: boolean;
}

/** Levels that mean the same, %: lamps report in whole percents of what they measure. */
const ALIKE = 5;

/**
 * W that a lamp takes at a level by its rating (docs/energy.md, formula 2): its standby power when off, its rated power
 * at full level, straight between the two.
 * @param level % @param standby W
 */
export const ratedWatts = (rated: number, level: number, standby: number): number =>
  standby + (Math.max(rated, standby) - standby) * (level / 100);

/** What a stretch was, by the formulas of docs/energy.md. @param standby W of a lamp that is off */
export function countStretch({ power, powerBefore }: RatedLamp, on: Stretch, standby: number): Counted {
  const byRating = power === undefined ? undefined : ratedWatts(power, on.level, standby);
  const watts = on.unfed ? 0 : (on.reported ?? byRating);
  const by = on.unfed || on.reported !== undefined ? 'power' : 'rated';
  const raised = isRaised(on);
  if (watts === undefined) return { watts, by, based: undefined, moved: undefined, raised };
  const isDark = on.unfed || (on.faulty && on.level === 0);
  const isMissed = isDark && on.nightHours > 0 && (power === undefined || on.expected === undefined);
  // Of what it would have taken nothing is known: compared with its baseline, being out of order would save all of it.
  if (powerBefore === undefined || isMissed) return { watts, by, based: undefined, moved: undefined, raised };
  const baseline = (powerBefore * on.nightHours) / 1_000;
  if (power === undefined)
    return { watts, by, based: { baseline, led: 0, schedule: 0 }, moved: undefined, raised };
  const full = (power * on.nightHours) / 1_000;
  const led = baseline - full;
  if (on.expected === undefined)
    return { watts, by, based: { baseline, led, schedule: 0 }, moved: undefined, raised };
  const planned = (ratedWatts(power, on.expected.level, standby) * on.hours) / 1_000;
  const part = partOf(on, raised);
  return {
    watts,
    by,
    based: { baseline, led, schedule: full - planned },
    moved: part && { part, kwh: planned - (watts * on.hours) / 1_000 },
    raised,
  };
}

const isRaised = ({ level, expected, override }: Stretch): boolean =>
  !override &&
  expected?.raised !== undefined &&
  Math.abs(level - expected.raised) <= ALIKE &&
  Math.abs(level - expected.level) > ALIKE;

function partOf(on: Stretch, raised: boolean): Part | undefined {
  const { level, expected, override, forTicket = false, faulty, unfed } = on;
  if (unfed || (faulty && level === 0 && (expected?.level ?? 0) > 0)) return 'fault';
  if (override) return forTicket ? 'incident' : 'override';
  if (isKeptUp(on)) return 'incident';
  return raised ? 'presence' : undefined;
}

/** It burns at what an intervention needs, above what its programme says. */
const isKeptUp = ({ level, expected, incident }: Stretch): boolean =>
  incident !== undefined &&
  expected !== undefined &&
  Math.abs(level - incident) <= ALIKE &&
  level - expected.level > ALIKE;
