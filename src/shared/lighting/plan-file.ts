import type { z } from 'zod';
import { TICKET_KINDS } from '../ticket/kinds.ts';
import { type LightingPlan, WrittenPlan } from './model.ts';

/** A lighting plan as a file: each name it uses is there, no id twice, times in the order of the night. */
export const LightingPlanFile = WrittenPlan.superRefine((plan, issues) => {
  const fault = (path: PropertyKey[], message: string) => issues.addIssue({ code: 'custom', path, message });
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
      if (ids.indexOf(id) < i) fault([list, i, 'id'], `${id} stands twice`);
  }
  for (const one of faultsOf(plan)) fault(one.path, one.message);
}) satisfies z.ZodType<LightingPlan>;

interface Fault {
  readonly path: PropertyKey[];
  readonly message: string;
}

function* faultsOf(plan: LightingPlan): Generator<Fault> {
  const programs = new Set(plan.controlPrograms.map(({ id }) => id));
  const profiles = new Set(plan.presence.map(({ id }) => id));
  const calendars = new Set(plan.calendars.map(({ id }) => id));
  for (const [i, { base, raised }] of plan.presence.entries())
    if (raised <= base) yield { path: ['presence', i, 'raised'], message: `must be more than base, ${base}` };
  for (const [i, { steps }] of plan.controlPrograms.entries()) {
    let latest = '';
    for (const [n, step] of steps.entries()) {
      const path = ['controlPrograms', i, 'steps', n];
      if ('presence' in step && !profiles.has(step.presence))
        yield { path: [...path, 'presence'], message: `no presence profile is called ${step.presence}` };
      if (typeof step.from !== 'string') continue;
      const order = inNight(step.from);
      if (order <= latest)
        yield {
          path: [...path, 'from'],
          message: `${step.from} comes before a step above it (a night begins at noon)`,
        };
      latest = order;
    }
  }
  for (const [i, { program, rules }] of plan.calendars.entries()) {
    if (!programs.has(program)) yield { path: ['calendars', i, 'program'], message: noProgram(program) };
    for (const [n, rule] of rules.entries()) {
      const path = ['calendars', i, 'rules', n];
      if (!programs.has(rule.program)) yield { path: [...path, 'program'], message: noProgram(rule.program) };
      const { weekdays, days, from, to } = rule;
      if (weekdays === undefined && days === undefined && from === undefined && to === undefined)
        yield { path, message: 'names neither weekdays, days, from nor to: it would be every night' };
      if (from === undefined || to === undefined) continue;
      if (from.length !== to.length)
        yield { path: [...path, 'to'], message: 'from and to must both name a year, or neither' };
      else if (from.length > MONTH_DAY && from > to)
        yield { path: [...path, 'to'], message: `comes before from, ${from}` };
    }
  }
  for (const [i, { kinds }] of plan.incidents.entries())
    for (const [n, kind] of kinds.entries())
      if (!TICKET_KINDS.some(({ id }) => id === kind))
        yield { path: ['incidents', i, 'kinds', n], message: `no kind of ticket is called ${kind}` };
  for (const [i, { calendar, where }] of plan.groups.entries()) {
    if (!calendars.has(calendar))
      yield { path: ['groups', i, 'calendar'], message: `no calendar is called ${calendar}` };
    const isLast = i === plan.groups.length - 1;
    if (isLast && where !== undefined)
      yield {
        path: ['groups', i, 'where'],
        message: 'the last group takes all other lamps: it has no where',
      };
    if (!isLast && where === undefined)
      yield { path: ['groups', i], message: 'without where it takes all lamps: no group after it has any' };
  }
}

const MONTH_DAY = 'MM-DD'.length;
const noProgram = (id: string): string => `no control program is called ${id}`;

/** Sorts times of day by the night they are in. */
const inNight = (clock: string): string => `${clock < '12:00' ? 1 : 0}${clock}`;
