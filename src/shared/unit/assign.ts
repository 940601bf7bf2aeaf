import type { CommandId, UnitId } from '../ids.ts';
import type { Ticket, TicketPatch } from '../ticket/model.ts';
import type { Instant } from '../wire/time.ts';
import { type Assignment, isCommitted, isUnderWay } from './assignment.ts';
import type { UnitReply } from './model.ts';

/** How long after an assignment was made a unit may still be told of it, ms: later it is history, not an order. */
export const TELLING_MS = 120_000;

const assignmentsOf = (ticket: Pick<Ticket, 'assignments'>): readonly Assignment[] =>
  ticket.assignments ?? [];

/** The assignments with one put in place of what was known of its unit. */
const put = (known: readonly Assignment[], one: Assignment): Assignment[] =>
  known.some(({ unit }) => unit === one.unit)
    ? known.map((other) => (other.unit === one.unit ? one : other))
    : [...known, one];

export interface Assigning {
  readonly units: readonly UnitId[];
  readonly byVoice: boolean;
  readonly cmd: CommandId;
  readonly at: Instant;
  /** whether the room can still tell this unit: it knows it, and the time for it has not passed */
  readonly tellable: (unit: UnitId) => boolean;
}

/** Puts units on a ticket. Who is under way already is not told twice. */
export function assign(ticket: Ticket, { units, byVoice, cmd, at, tellable }: Assigning): TicketPatch {
  const assignments = units.reduce<readonly Assignment[]>((known, unit) => {
    const before = known.find((one) => one.unit === unit);
    if (before !== undefined && isUnderWay(before)) return known;
    // The order it may have had all the same stays known: its answer to that counts.
    if (byVoice) return put(known, { unit, state: 'byVoice', at, ...(before?.cmd && { cmd: before.cmd }) });
    return put(known, { unit, at, cmd, state: tellable(unit) ? 'told' : 'untold' });
  }, assignmentsOf(ticket));
  return {
    state: 'inProgress',
    units: [...new Set([...ticket.units, ...units])],
    assignments: [...assignments],
  };
}

/** Without units somebody has the ticket and nobody goes. */
const going = (units: readonly UnitId[]): Pick<TicketPatch, 'state' | 'units'> => ({
  units: [...units],
  state: units.length === 0 ? 'claimed' : 'inProgress',
});

/** As many units as a ticket remembers to have been taken off. */
const MOST_TAKEN_OFF = 100;

/**
 * Takes a unit off a ticket that somebody holds, which remembers it; undefined where it is not on it.
 * @param at by the hub's clock
 */
export function takeOff(ticket: Ticket, unit: UnitId, at: Instant): TicketPatch | undefined {
  const units = ticket.units.filter((one) => one !== unit);
  const assignments = assignmentsOf(ticket).filter((one) => one.unit !== unit);
  const known = assignmentsOf(ticket).length > assignments.length || ticket.units.length > units.length;
  const before = (ticket.takenOff ?? []).filter((one) => one.unit !== unit);
  const takenOff = [...before, { unit, at }].slice(-MOST_TAKEN_OFF);
  return known ? { ...going(units), assignments, takenOff } : undefined;
}

/** It has said that it comes, or is there: who takes it off says why. */
export const isOnItsWay = (ticket: Pick<Ticket, 'assignments'>, unit: UnitId): boolean =>
  assignmentsOf(ticket).some((one) => one.unit === unit && isCommitted(one));

/** What each state may become by the unit's own word. Answers may be lost, and none takes back a later one. */
const NEXT: Readonly<Record<Assignment['state'], readonly UnitReply[]>> = {
  told: ['accepted', 'onSite', 'done', 'refused'],
  untold: ['accepted', 'onSite', 'done', 'refused'],
  byVoice: ['accepted', 'onSite', 'done', 'refused'],
  accepted: ['onSite', 'done', 'refused'],
  onSite: ['done', 'refused'],
  done: [],
  refused: [],
};

/** What became of an answer: taken, or why it changes nothing. */
export type Answered =
  | { readonly kind: 'taken'; readonly patch: TicketPatch }
  | { readonly kind: 'repeated' | 'closed' | 'otherOrder' };

/**
 * A unit's answer. Who refuses is no longer among those who go; what it said stays, for the owner to see to.
 * @param at when the room heard it
 */
export function answer(
  ticket: Ticket,
  unit: UnitId,
  { cmd, answer: state, motive }: { cmd: CommandId; answer: UnitReply; motive?: string | undefined },
  at: Instant,
): Answered {
  const before = assignmentsOf(ticket).find((one) => one.unit === unit);
  if (before === undefined || before.cmd !== cmd) return { kind: 'otherOrder' };
  if (before.state === state) return { kind: 'repeated' };
  if (ticket.state === 'closed') return { kind: 'closed' };
  if (!NEXT[before.state].includes(state)) return { kind: 'repeated' };
  const said = motive === undefined || motive === '' ? {} : { motive };
  return { kind: 'taken', patch: gone(ticket, { unit, state, at, cmd, ...said }) };
}

/** The ticket with a unit's word; who refuses is no longer among those who go. */
function gone(ticket: Ticket, said: Assignment): TicketPatch {
  const units = ticket.units.filter((one) => said.state !== 'refused' || one !== said.unit);
  return { ...going(units), assignments: put(assignmentsOf(ticket), said) };
}

/**
 * What a unit said by radio or telephone, written down by whoever heard it.
 * @returns undefined where the unit is not on the ticket, or has said that or more already
 */
export function reported(
  ticket: Ticket,
  { unit, answer: state, motive }: { unit: UnitId; answer: UnitReply; motive?: string | undefined },
  at: Instant,
): TicketPatch | undefined {
  const before = assignmentsOf(ticket).find((one) => one.unit === unit);
  if (before === undefined || !NEXT[before.state].includes(state)) return undefined;
  const order = before.cmd === undefined ? {} : { cmd: before.cmd };
  const why = motive === undefined ? {} : { motive };
  return gone(ticket, { unit, state, at, byVoice: true, ...order, ...why });
}

/** What may still be heard of a unit. */
export const stillToSay = ({ state }: Pick<Assignment, 'state'>): readonly UnitReply[] => NEXT[state];

/** The time for telling a unit is over and it has not answered; undefined where that is no question any more. */
export function notTold(ticket: Ticket, unit: UnitId, cmd: CommandId, at: Instant): TicketPatch | undefined {
  const before = assignmentsOf(ticket).find((one) => one.unit === unit);
  if (ticket.state === 'closed' || before?.state !== 'told' || before.cmd !== cmd) return undefined;
  return { assignments: put(assignmentsOf(ticket), { unit, state: 'untold', at, cmd }) };
}

/**
 * A unit has answered its order to stand down from a ticket that was closed, or the time for telling it is over.
 * @returns undefined where the ticket says nothing of that unit any more, or is not closed
 */
export function recalled(
  ticket: Ticket,
  unit: UnitId,
  recall: NonNullable<Assignment['recall']>,
): TicketPatch | undefined {
  const before = assignmentsOf(ticket).find((one) => one.unit === unit);
  if (ticket.state !== 'closed' || before === undefined) return undefined;
  return { assignments: put(assignmentsOf(ticket), { ...before, recall }) };
}
