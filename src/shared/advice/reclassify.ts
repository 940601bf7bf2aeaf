import { hourOf } from '../lighting/local-time.ts';
import { TICKET_KINDS } from '../ticket/kinds.ts';
import type { Service, Ticket } from '../ticket/model.ts';
import { type KindAdvice, kindOfWords } from './kind.ts';
import { type PriorityAdvice, type PriorityFacts, priorityOf } from './priority.ts';

/** When it was opened, as clocks on the wall there showed it. */
export type LocalTime = Pick<PriorityFacts, 'hour' | 'weekday'>;
/** @param ms since the epoch @param timeZone of the room, IANA name */
export function localTime(ms: number, timeZone: string): LocalTime {
  const { hour, weekday } = hourOf(ms, timeZone);
  return { hour, weekday: weekday >= 1 && weekday <= 5 };
}

const said = ({ title, description = '' }: Ticket): string => `${title} ${description}`;

/** What is worth saying again to somebody whose form has proposed it: they may have sent it before they read. */
const GRAVE: readonly PriorityAdvice['reasons'][number]['kind'][] = ['life', 'weapon', 'fireNearPeople'];

/**
 * Another priority for a ticket than the one it has. Silent on what a person opened by the form, which has proposed
 * it already, unless lives are in danger; and on faults, whose alarm has a priority by rules of its own.
 */
export function priorityOfTicket(ticket: Ticket, opened: LocalTime): PriorityAdvice | undefined {
  const { kind, place, priority, source, state } = ticket;
  if (state === 'closed' || source.kind === 'fault') return undefined;
  const advice = priorityOf({ kind, said: said(ticket), place: place.label, ...opened });
  if (advice === undefined || advice.priority === priority) return undefined;
  const isGrave = advice.priority < priority && advice.reasons.some(({ kind: why }) => GRAVE.includes(why));
  return source.kind === 'operator' && !isGrave ? undefined : advice;
}

/** Kinds that say that nobody knows yet. */
const UNSURE: readonly string[] = ['call', 'other'];

export interface TicketKindAdvice extends KindAdvice {
  /** that answers for the kind */
  readonly service: Service;
}

/** A kind for a ticket that has none yet, by what is said of it; a call that was only named by its number is silent. */
export function kindOfTicket(ticket: Ticket): TicketKindAdvice | undefined {
  if (ticket.state === 'closed' || !UNSURE.includes(ticket.kind)) return undefined;
  const advice = kindOfWords(said(ticket));
  const known = TICKET_KINDS.find(({ id }) => id === advice?.kind);
  if (advice === undefined || known === undefined || known.id === ticket.kind) return undefined;
  return { ...advice, service: known.service };
}
