import { EnergyConfig } from '../energy/config.ts';
import { ruleOf } from './calendar.ts';
import { type Day, daysAfter } from './local-time.ts';
import type { Calendar, ControlProgram, LightingPlan } from './model.ts';
import { type Night, nightOf } from './night.ts';

/** How a plan has a lamp: its place in `groups`, −1 where it is in none, and what it never burns below at night, %. */
export interface Standing {
  readonly group: number;
  readonly floor: number;
}

/** Lamps that two plans have alike: of one group and floor in the one, and of one in the other. */
export interface LampsAlike {
  readonly was: Standing;
  readonly is: Standing;
  readonly lamps: number;
  /** W at full level, of those whose power is recorded */
  readonly watts: number;
  /** whose power isn't */
  readonly unrated: number;
}

/** What a night is for a lamp. */
export interface Burn {
  /** in which it burns */
  readonly hours: number;
  /** so many hours at full level would be as much light */
  readonly full: number;
}

/** What a change of plan does to the lamps of a group, or of all. */
export interface Effect {
  readonly lamps: number;
  /** whose rules are others, in whichever night */
  readonly touched: number;
  /** hours that a lamp burns in the night, on the average */
  readonly hours: Pair;
  /** kWh of the night while lamps burn, if nobody passes, by rated power (docs/energy.md, formula 2); without those unrated */
  readonly kwh: Pair;
  readonly unrated: number;
}
interface Pair {
  readonly before: number;
  readonly after: number;
}

/** Of the lamps that are in a group after the change. */
export interface GroupEffect extends Effect {
  readonly group: LightingPlan['groups'][number];
  /** that were in another one before, or in none */
  readonly joined: number;
  /** that were in it before and are in another one, or in none */
  readonly left: number;
  /** the first night from the one that was asked for on, of a year, that is another one for some of them */
  readonly first: Day | undefined;
}

export interface PlanEffect {
  readonly all: Effect;
  readonly groups: readonly GroupEffect[];
}

const HOUR_MS = 3_600_000;
const NIGHTS = 366;
/** W of a lamp that is off: the assumption of docs/energy.md, for what a city has put in its place seats are not told. */
const STANDBY_W = EnergyConfig.shape.standbyWatts.parse(undefined);

/** How much a lamp burns in a night, if nobody passes; its floor holds while it is dark, and while its programme has it on. */
export function burnOf({ steps, sun }: Pick<Night, 'steps' | 'sun'>, floor: number): Burn {
  const turns = [...steps.flatMap(({ from, to }) => [from, to]), sun.darkFrom, sun.darkTo].toSorted(
    (a, b) => a - b,
  );
  let [hours, full] = [0, 0];
  for (const [i, from] of turns.slice(0, -1).entries()) {
    const step = steps.find((one) => one.from <= from && from < one.to);
    const isDark = sun.darkFrom <= from && from < sun.darkTo;
    const level = Math.max(step?.level ?? 0, isDark || step !== undefined ? floor : 0);
    const lasts = (turns[i + 1]! - from) / HOUR_MS;
    if (level > 0) hours += lasts;
    full += (lasts * level) / 100;
  }
  return { hours, full };
}

/** Of lamps of one floor. */
function kwhOf({ lamps, watts, unrated }: LampsAlike, { hours, full }: Burn): number {
  const standby = (lamps - unrated) * STANDBY_W;
  return (standby * hours + Math.max(0, watts - standby) * full) / 1_000;
}

/**
 * What a plan would change against the one in force: derived from the plans and the inventory, nothing measured.
 * @param day of the evening of the night that is compared
 */
export function effectOf(
  before: LightingPlan,
  after: LightingPlan,
  alike: readonly LampsAlike[],
  timeZone: string,
  day: Day,
): PlanEffect {
  const changeOf = changesBetween(before, after, timeZone, day);
  const groups = after.groups.map((group, i): GroupEffect => {
    const its = alike.flatMap((one) => {
      if (one.is.group !== i) return [];
      return [{ ...one, ...changeOf(before.groups[one.was.group]?.calendar, group.calendar) }];
    });
    type Its = (typeof its)[number];
    const isRefloored = ({ was, is }: Its) => was.floor !== is.floor;
    const burnt = (of: (lamps: LampsAlike, burn: Burn) => number): Pair => ({
      before: sum(its, (one) => (one.earlier ? of(one, burnOf(one.earlier, one.was.floor)) : 0)),
      after: sum(its, (one) => (one.later ? of(one, burnOf(one.later, one.is.floor)) : 0)),
    });
    const lamps = sum(its, (one) => one.lamps);
    const hours = burnt((one, burn) => one.lamps * burn.hours);
    const isHere = ({ was }: LampsAlike) => before.groups[was.group]?.id === group.id;
    const stayed = sum(its.filter(isHere), (one) => one.lamps);
    return {
      group,
      lamps,
      joined: lamps - stayed,
      left: sum(alike.filter(isHere), (one) => one.lamps) - stayed,
      touched: sum(its, (one) => (one.isOther || isRefloored(one) ? one.lamps : 0)),
      hours: lamps === 0 ? hours : { before: hours.before / lamps, after: hours.after / lamps },
      kwh: burnt(kwhOf),
      unrated: sum(its, (one) => one.unrated),
      first: its
        .flatMap((one) => (isRefloored(one) ? day : (one.first ?? [])))
        .toSorted()
        .at(0),
    };
  });
  return { groups, all: together(groups) };
}

/** What becomes of lamps that were under one calendar and are under another, or under the same. */
interface CalendarChange {
  /** the night that is compared; undefined where a plan does not say what they do */
  readonly earlier: Night | undefined;
  readonly later: Night | undefined;
  /** they follow other rules, in whichever night */
  readonly isOther: boolean;
  readonly first: Day | undefined;
}

/** @returns reckons each pair of calendars once */
function changesBetween(before: LightingPlan, after: LightingPlan, timeZone: string, day: Day) {
  const known = new Map<string, CalendarChange>();
  return (from: string | undefined, to: string): CalendarChange => {
    const key = `${from} ${to}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const [was, is] = [rulesOf(before, from), rulesOf(after, to)];
    const isOther = signature(before, was) !== signature(after, is);
    const change = {
      earlier: was && nightAt(before, was, timeZone, day),
      later: is && nightAt(after, is, timeZone, day),
      isOther,
      first: isOther ? firstOther([before, was], [after, is], day) : undefined,
    };
    known.set(key, change);
    return change;
  };
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

function together(groups: readonly GroupEffect[]): Effect {
  const lamps = sum(groups, (one) => one.lamps);
  const pair = (of: (one: GroupEffect, when: 'before' | 'after') => number): Pair => ({
    before: sum(groups, (one) => of(one, 'before')),
    after: sum(groups, (one) => of(one, 'after')),
  });
  return {
    lamps,
    touched: sum(groups, (one) => one.touched),
    hours: pair((one, when) => (lamps === 0 ? 0 : (one.hours[when] * one.lamps) / lamps)),
    kwh: pair((one, when) => one.kwh[when]),
    unrated: sum(groups, (one) => one.unrated),
  };
}

const rulesOf = ({ calendars }: LightingPlan, wanted: string | undefined): Calendar | undefined =>
  calendars.find(({ id }) => id === wanted);

const nightAt = (plan: LightingPlan, calendar: Calendar, timeZone: string, day: Day): Night | undefined =>
  nightOf({ ...plan, timeZone }, calendar, day);

/** All that decides how a program burns, and nothing that is only its name. */
function programSignature({ controlPrograms, presence }: LightingPlan, id: string): string {
  const program: ControlProgram | undefined = controlPrograms.find((one) => one.id === id);
  const steps = program?.steps.map((step) => {
    if ('level' in step) return [step.from, step.level];
    const {
      name: _,
      id: __,
      ...profile
    } = presence.find((one) => one.id === step.presence) ?? { name: '', id: '' };
    return [step.from, profile];
  });
  return JSON.stringify([steps, program?.off]);
}

function signature(plan: LightingPlan, calendar: Calendar | undefined): string {
  if (calendar === undefined) return '';
  const of = (id: string) => programSignature(plan, id);
  const rules = calendar.rules.map(({ name: _, program, ...when }) => [when, of(program)]);
  return JSON.stringify([plan.place, of(calendar.program), rules]);
}

/** The first night that another program is lived in, by its rules: the sun is the same for both. */
function firstOther(
  [before, was]: readonly [LightingPlan, Calendar | undefined],
  [after, is]: readonly [LightingPlan, Calendar | undefined],
  from: Day,
): Day | undefined {
  const lived = (plan: LightingPlan, calendar: Calendar | undefined) => {
    const known = new Map<string, string>();
    return (day: Day) => {
      if (calendar === undefined) return '';
      const id = ruleOf(calendar, day)?.program ?? calendar.program;
      const said = known.get(id) ?? programSignature(plan, id);
      known.set(id, said);
      return said;
    };
  };
  const [then, now] = [lived(before, was), lived(after, is)];
  for (let n = 0, day = from; n < NIGHTS; n++, day = daysAfter(day, 1))
    if (then(day) !== now(day)) return day;
  return undefined;
}
