import type { z } from 'zod';
import { TICKET_KINDS } from '../ticket/kinds.ts';
import { type LightingPlan, WrittenPlan } from './model.ts';

/** A lighting plan as a file: each name it uses is there, no id twice, times in the order of the night. */
export const LightingPlanFile = WrittenPlan.superRefine((plan, issues) => {
  const add = ({ path, message, fault }: Fault) =>
    issues.addIssue({ code: 'custom', path: [...path], message, params: { fault } });
  for (const list of [
    'presence',
    'controlPrograms',
    'calendars',
    'groups',
    'floors',
    'incidents',
    'scenes',
  ] as const) {
    const ids = plan[list].map(({ id }) => id as string);
    for (const [i, id] of ids.entries())
      if (ids.indexOf(id) < i) add({ path: [list, i, 'id'], message: `${id} stands twice`, fault: 'twice' });
  }
  for (const one of faultsOf(plan)) add(one);
}) satisfies z.ZodType<LightingPlan>;

/** What of a plan does not hang together; consoles have words for each. */
export type PlanFaultKind =
  | 'twice'
  | 'raised'
  | 'noProfile'
  | 'order'
  | 'noProgram'
  | 'everyNight'
  | 'years'
  | 'backwards'
  | 'noKind'
  | 'noCalendar'
  | 'lastGroup'
  | 'takesAll';

/** What is wrong with a plan, and where; without `fault` a value is not one of its field. */
export interface PlanFault {
  readonly path: readonly PropertyKey[];
  readonly fault: PlanFaultKind | undefined;
}

/** All that keeps a plan from being taken, in its order. */
export function planFaults(plan: unknown): readonly PlanFault[] {
  const { error } = LightingPlanFile.safeParse(plan);
  return (error?.issues ?? []).map((issue) => ({
    path: issue.path,
    fault: issue.code === 'custom' ? (issue.params?.fault as PlanFaultKind | undefined) : undefined,
  }));
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly fault: PlanFaultKind;
}

function* faultsOf(plan: LightingPlan): Generator<Fault> {
  const programs = new Set(plan.controlPrograms.map(({ id }) => id));
  const profiles = new Set(plan.presence.map(({ id }) => id));
  const calendars = new Set(plan.calendars.map(({ id }) => id));
  for (const [i, { base, raised }] of plan.presence.entries())
    if (raised <= base)
      yield { path: ['presence', i, 'raised'], message: `must be more than base, ${base}`, fault: 'raised' };
  for (const [i, { steps }] of plan.controlPrograms.entries()) {
    let latest = '';
    for (const [n, step] of steps.entries()) {
      const path: readonly PropertyKey[] = ['controlPrograms', i, 'steps', n];
      if ('presence' in step && !profiles.has(step.presence))
        yield {
          path: [...path, 'presence'],
          message: `no presence profile is called ${step.presence}`,
          fault: 'noProfile',
        };
      if (typeof step.from !== 'string') continue;
      const order = inNight(step.from);
      if (order <= latest)
        yield {
          path: [...path, 'from'],
          message: `${step.from} comes before a step above it (a night begins at noon)`,
          fault: 'order',
        };
      latest = order;
    }
  }
  for (const [i, { program, rules }] of plan.calendars.entries()) {
    if (!programs.has(program))
      yield { path: ['calendars', i, 'program'], message: noProgram(program), fault: 'noProgram' };
    for (const [n, rule] of rules.entries()) {
      const path: readonly PropertyKey[] = ['calendars', i, 'rules', n];
      if (!programs.has(rule.program))
        yield { path: [...path, 'program'], message: noProgram(rule.program), fault: 'noProgram' };
      const { weekdays, days, from, to } = rule;
      if (weekdays === undefined && days === undefined && from === undefined && to === undefined)
        yield {
          path,
          message: 'names neither weekdays, days, from nor to: it would be every night',
          fault: 'everyNight',
        };
      if (from === undefined || to === undefined) continue;
      if (from.length !== to.length)
        yield {
          path: [...path, 'to'],
          message: 'from and to must both name a year, or neither',
          fault: 'years',
        };
      else if (from.length > MONTH_DAY && from > to)
        yield { path: [...path, 'to'], message: `comes before from, ${from}`, fault: 'backwards' };
    }
  }
  for (const [i, { kinds }] of plan.incidents.entries())
    for (const [n, kind] of kinds.entries())
      if (!TICKET_KINDS.some(({ id }) => id === kind))
        yield {
          path: ['incidents', i, 'kinds', n],
          message: `no kind of ticket is called ${kind}`,
          fault: 'noKind',
        };
  for (const [i, { calendar, where }] of plan.groups.entries()) {
    if (!calendars.has(calendar))
      yield {
        path: ['groups', i, 'calendar'],
        message: `no calendar is called ${calendar}`,
        fault: 'noCalendar',
      };
    const isLast = i === plan.groups.length - 1;
    if (isLast && where !== undefined)
      yield {
        path: ['groups', i, 'where'],
        message: 'the last group takes all other lamps: it has no where',
        fault: 'lastGroup',
      };
    if (!isLast && Object.keys(where ?? {}).length === 0)
      yield {
        path: ['groups', i],
        message: 'without where it takes all lamps: no group after it has any',
        fault: 'takesAll',
      };
  }
}

const MONTH_DAY = 'MM-DD'.length;
const noProgram = (id: string): string => `no control program is called ${id}`;

/** Sorts times of day by the night they are in. */
const inNight = (clock: string): string => `${clock < '12:00' ? 1 : 0}${clock}`;
