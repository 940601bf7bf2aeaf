import { z } from 'zod';
import { RuleId } from '../ids.ts';
import type { Ticket, TicketEvent } from '../ticket/model.ts';
import { isRule, type Outcome, RULES } from './rules.ts';

/** How often a rule was followed, what came of it, and how often it was refused, with the latest motives. */
export const RuleTally = z.object({
  rule: RuleId,
  followed: z.int().min(0),
  met: z.int().min(0),
  missed: z.int().min(0),
  /** followed, and it can't be told yet */
  open: z.int().min(0),
  refused: z.int().min(0),
  /** why it was refused, latest first */
  motives: z.array(z.string()),
});
export type RuleTally = z.infer<typeof RuleTally>;

/** Room data `adviceTally`, one for each rule: its count over the last days. */
export const AdviceTally = RuleTally.extend({ id: RuleId, days: z.int().min(1) });
export type AdviceTally = z.infer<typeof AdviceTally>;

const MOTIVES = 3;

export interface Counted {
  readonly event: TicketEvent;
  /** its ticket as it is now; undefined where that is forgotten */
  readonly ticket: Ticket | undefined;
  /** what happened on it since, where the rule asks for it */
  readonly later?: readonly TicketEvent[];
}

/**
 * Counts what was answered to advice. Rules that nobody has answered are there too: a rule that is never followed is
 * known by that.
 * @param counted events that name a rule, in any order @param now ms since the epoch
 */
export function tally(counted: Iterable<Counted>, now: number): readonly RuleTally[] {
  const rules = new Map<string, RuleTally>(Object.keys(RULES).map((rule) => [rule, nothing(rule)]));
  for (const one of [...counted].toSorted((a, b) => b.event.seq - a.event.seq)) {
    const { event } = one;
    const rule = event.advice;
    if (rule === undefined) continue;
    const before = rules.get(rule) ?? nothing(rule);
    rules.set(rule, event.type === 'advice.refused' ? refused(before, event) : followed(before, one, now));
  }
  return [...rules.values()];
}

const nothing = (rule: string): RuleTally => ({
  rule,
  followed: 0,
  met: 0,
  missed: 0,
  open: 0,
  refused: 0,
  motives: [],
});

const refused = (before: RuleTally, { motive }: TicketEvent): RuleTally => ({
  ...before,
  refused: before.refused + 1,
  motives: motive === undefined ? before.motives : [...before.motives, motive].slice(0, MOTIVES),
});

function followed(before: RuleTally, { event, ticket, later = [] }: Counted, now: number): RuleTally {
  const came: Outcome =
    ticket === undefined || !isRule(before.rule) ? 'open' : RULES[before.rule](event, { ticket, later, now });
  return { ...before, followed: before.followed + 1, [came]: before[came] + 1 };
}
