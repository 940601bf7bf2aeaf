import type { Ticket, TicketEvent } from '../ticket/model.ts';
import { millis } from '../wire/time.ts';

/**
 * What became of advice that was followed. Each rule names beforehand what it is for; only that counts as met.
 * `open`: it cannot be told yet.
 */
export type Outcome = 'met' | 'missed' | 'open';

/** What is known when it is judged. */
export interface Aftermath {
  /** as it is now */
  readonly ticket: Ticket;
  /** what happened on it since, as far as the rule asks for it (`WANTS_LATER`); oldest first */
  readonly later: readonly TicketEvent[];
  /** ms since the epoch */
  readonly now: number;
}

/** @param followed the event by which the advice was followed */
type Judge = (followed: TicketEvent, after: Aftermath) => Outcome;

/** So long a merge or a closing must have stood: who is called back hears of it within the shift. */
const STANDS_MS = 12 * 3_600_000;

/** A merge that stood: the ticket is still closed as the other's double. */
const mergeStood: Judge = ({ at }, { ticket: { state, outcome }, now }) => {
  if (state !== 'closed' || outcome !== 'duplicate') return 'missed';
  return now - millis(at) >= STANDS_MS ? 'met' : 'open';
};

/** A closing that stood: nobody had to open the ticket again. */
const closingStood: Judge = ({ at }, { ticket: { state }, now }) => {
  if (state !== 'closed') return 'missed';
  return now - millis(at) >= STANDS_MS ? 'met' : 'open';
};

/** All on the trip was seen to: this ticket, which the others are linked to, was closed as done. */
const tripDone: Judge = (_, { ticket: { state, outcome } }) => {
  if (state !== 'closed') return 'open';
  return outcome === 'done' ? 'met' : 'missed';
};

/** What was set is still so when the ticket is closed: nobody had to put it right. */
const stoodUntilClosed =
  (field: 'priority' | 'kind'): Judge =>
  ({ patch }, { ticket }) => {
    if (ticket[field] !== patch[field]) return 'missed';
    return ticket.state === 'closed' ? 'met' : 'open';
  };

/** The unit that was sent got there. */
const unitArrived: Judge = ({ cmd, patch }, { ticket }) => {
  const sent = patch.assignments?.filter((one) => one.cmd !== undefined && one.cmd === cmd) ?? [];
  const now = sent.map(({ unit }) => ticket.assignments?.find((one) => one.unit === unit)?.state);
  if (now.some((state) => state === 'onSite' || state === 'done')) return 'met';
  const comes = now.some((state) => state === 'told' || state === 'untold' || state === 'accepted');
  return comes && ticket.state !== 'closed' ? 'open' : 'missed';
};

/** So many of the lamps must be seen to burn as commanded: one that is broken does not leave a street dark. */
const LIT_SHARE = 0.9;
/** The hub says what came of it long before; later it never will. */
const OBSERVED_WITHIN_MS = 10 * 60_000;

/** The lamps were observed as commanded, not only told to. */
const lampsObserved: Judge = ({ at, light }, { later, now }) => {
  const seen = later.find(
    ({ type, light: its }) =>
      type === 'lamp.observed' && its?.override === light?.override && its?.release === undefined,
  )?.light;
  if (seen === undefined) return now - millis(at) > OBSERVED_WITHIN_MS ? 'missed' : 'open';
  return (seen.observed ?? 0) >= seen.lamps * LIT_SHARE ? 'met' : 'missed';
};

/** The call back was made before it was due. */
const keptInTime: Judge = ({ patch: { callback } }) =>
  callback?.keptAt !== undefined && millis(callback.keptAt) <= millis(callback.due) ? 'met' : 'missed';

/** Who looked saw it through: the ticket was closed by them, with a finding of its own. */
const seenThrough: Judge = ({ person }, { ticket: { state, owner, outcome } }) => {
  if (owner?.person !== person) return 'missed';
  if (state !== 'closed') return 'open';
  return outcome === 'duplicate' || outcome === 'transferred' ? 'missed' : 'met';
};

/** The rules that advise, and what each is for (docs/operating/advice.md says it in words). */
export const RULES = {
  promise: keptInTime,
  returned: closingStood,
  relight: lampsObserved,
  nearestUnit: unitArrived,
  outage: mergeStood,
  duplicate: mergeStood,
  priority: stoodUntilClosed('priority'),
  cameras: seenThrough,
  kind: stoodUntilClosed('kind'),
  trip: tripDone,
} as const satisfies Readonly<Record<string, Judge>>;
export type Rule = keyof typeof RULES;
export const isRule = (name: string): name is Rule => Object.hasOwn(RULES, name);

/** Rules that are judged by what happened later too; of the others the ticket tells all, and no more is read. */
export const WANTS_LATER: readonly Rule[] = ['relight'];
