import type { Ticket, TicketEvent } from '../ticket/model.ts';
import { millis } from '../wire/time.ts';

/**
 * What became of advice that was followed. Each rule names beforehand what it is for; only that counts as met.
 * `open`: it cannot be told yet.
 */
export type Outcome = 'met' | 'missed' | 'open';

/** @param followed the event by which the advice was followed @param ticket that event's, as it is now */
type Judge = (followed: TicketEvent, ticket: Ticket, now: number) => Outcome;

/** So long a merge must have stood: who closes a double and is called back hears of it within the shift. */
const STANDS_MS = 12 * 3_600_000;

/** A merge that stood: the ticket is still closed as the other's double. */
const mergeStood: Judge = ({ at }, { state, outcome }, now) => {
  if (state !== 'closed' || outcome !== 'duplicate') return 'missed';
  return now - millis(at) >= STANDS_MS ? 'met' : 'open';
};

/** All on the trip was seen to: this ticket, which the others are linked to, was closed as done. */
const tripDone: Judge = (_, { state, outcome }) => {
  if (state !== 'closed') return 'open';
  return outcome === 'done' ? 'met' : 'missed';
};

/** The rules that advise, and what each is for (docs/operating/advice.md says it in words). */
export const RULES = { duplicate: mergeStood, trip: tripDone } as const satisfies Readonly<
  Record<string, Judge>
>;
export type Rule = keyof typeof RULES;
export const isRule = (name: string): name is Rule => Object.hasOwn(RULES, name);
