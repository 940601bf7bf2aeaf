import type { Day } from './local-time.ts';
import { type Calendar, type CalendarRule, type ControlProgramId, WEEKDAYS, type Weekday } from './model.ts';

/** @returns the rule that decides for the night of that day; undefined where it is the usual program */
export const ruleOf = ({ rules }: Calendar, day: Day): CalendarRule | undefined =>
  rules.find((rule) => fits(rule, day));

export const programOf = (calendar: Calendar, day: Day): ControlProgramId =>
  ruleOf(calendar, day)?.program ?? calendar.program;

const weekdayOf = (day: Day): Weekday => WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7]!;

/** As exact as the rule is: with its year, or each year. */
const like = (day: Day, said: string): string => day.slice(-said.length);

function fits({ weekdays, days, from, to }: CalendarRule, day: Day): boolean {
  if (weekdays !== undefined && !weekdays.includes(weekdayOf(day))) return false;
  if (days !== undefined && !days.some((said) => like(day, said) === said)) return false;
  const isAfter = from === undefined || like(day, from) >= from;
  const isBefore = to === undefined || like(day, to) <= to;
  const goesOverTheYear = from !== undefined && to !== undefined && from > to;
  return goesOverTheYear ? isAfter || isBefore : isAfter && isBefore;
}
