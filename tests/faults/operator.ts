import { v7 } from 'uuid';
import type { Chance } from '../../src/city/plan/seeded-chance.ts';
import type { DeskAct } from '../../src/shared/ipc/contract.ts';
import type { DeskSnapshot } from '../../src/shared/ipc/model.ts';
import type { PublishedProcedure } from '../../src/shared/procedure/model.ts';
import type { Shift } from '../../src/shared/shift/model.ts';
import type { Ticket } from '../../src/shared/ticket/model.ts';
import { draft } from '../support/foreign-seat.ts';
import { answerShift, by, close, markStep, offerShift, seeToPromise } from './work-deeds.ts';

export interface Self {
  readonly person: string;
  readonly supervises: boolean;
  /** whom tickets are handed over to */
  readonly colleagues: readonly string[];
}

/** What the seat shows. */
export interface Shown extends Pick<DeskSnapshot, 'tickets' | 'outbox'> {
  readonly procedures: readonly PublishedProcedure[];
  readonly shifts: readonly Shift[];
  /** ms since the epoch, by its clock */
  readonly now: number;
}

/** An act, a command of the outbox to take note of, or that somebody signs out, whatever waits. */
export type Deed = DeskAct | { readonly dismiss: string } | 'signOut';

/** So many are open, and fewer are opened: the room works on the same few, which is where races are. */
const PLENTY = 40;
/** The head of the queue, at which all reach. */
const REACH = 8;
/** How many stand refused in an outbox before somebody looks them through. */
const LOOKED_THROUGH = 20;

/** What is done with a ticket of one's own. */
function withOwn(chance: Chance, ticket: Ticket, self: Self, { tickets, procedures }: Shown): DeskAct {
  const into = chance.pick(tickets.filter(({ id, state }) => id !== ticket.id && state !== 'closed'));
  const choice = chance.float();
  if (choice < 0.35)
    return by(ticket, 'ticket.assign', { units: [`u-${chance.pick([1, 2, 3])}`], byVoice: true });
  if (choice < 0.65) return close(chance, ticket, procedures);
  if (choice < 0.75) return by(ticket, 'ticket.release');
  if (choice < 0.9 || into === undefined)
    return by(ticket, 'ticket.handover', { to: chance.pick(self.colleagues) });
  return by(ticket, 'ticket.merge', { into: into.id });
}

/** A note on any ticket, which may be for a colleague; a step or a promise of one that somebody is at. */
function withAny(chance: Chance, ticket: Ticket, self: Self, { tickets, procedures, now }: Shown): DeskAct {
  const choice = chance.float();
  // Where colleagues are at work too: one mark alone is in nobody's way.
  const busy = tickets.filter(({ owner, state }) => state !== 'closed' && owner !== undefined);
  const own = busy.filter(({ owner }) => owner?.person === self.person);
  const theirs = chance.pick(own.length > 0 && chance.happens(0.6) ? own : busy.slice(0, REACH));
  if (theirs !== undefined && choice < 0.45) {
    const step = markStep(chance, theirs, procedures);
    if (step !== undefined) return step;
  }
  if (theirs !== undefined && choice > 0.75) return seeToPromise(chance, theirs, now);
  const text = `note ${chance.float()} de ${self.person}`;
  const note = by(ticket, 'ticket.note', { text });
  return chance.happens(0.3) ? { ...note, args: { text, to: chance.pick(self.colleagues) } } : note;
}

/**
 * What an operator does next, by chance and by what the seat shows: as in a real room the same seed meets another
 * room each time, so that it repeats what people want to do, not what comes of it.
 */
export function nextDeed(chance: Chance, shown: Shown, self: Self): Deed {
  const { tickets, outbox, shifts } = shown;
  const seen = outbox.filter(({ state }) => state === 'refused' || state === 'held');
  if (seen.length > LOOKED_THROUGH) return { dismiss: seen[0]!.cmd };
  if (chance.happens(0.02)) return 'signOut';
  const open = tickets.filter(({ state }) => state === 'open').sort((a, b) => (a.id < b.id ? -1 : 1));
  const asked = tickets.find(({ handoverTo }) => handoverTo === self.person);
  const own = tickets.filter(({ owner, state }) => owner?.person === self.person && state !== 'closed');
  if (own.length > 0 && chance.happens(0.06))
    return offerShift(chance.pick(self.colleagues.filter((one) => one !== self.person)), outbox.length);
  const shift = chance.happens(0.5) ? answerShift(chance, self.person, shifts) : undefined;
  if (shift !== undefined) return shift;
  const choice = chance.float();
  if (tickets.length === 0 || choice < (open.length < PLENTY ? 0.25 : 0.05))
    return { op: 'ticket.create', ticket: v7(), exp: 0, args: draft() as DeskAct['args'] };
  if (choice < 0.5) return withAny(chance, chance.pick(tickets), self, shown);
  if (asked !== undefined && choice < 0.62)
    return by(asked, chance.happens(0.7) ? 'ticket.accept' : 'ticket.decline');
  if (own.length > 0 && choice < 0.75) return withOwn(chance, chance.pick(own), self, shown);
  const taken = tickets.filter(({ owner, state }) => owner !== undefined && state !== 'closed');
  if (self.supervises && taken.length > 0 && choice < 0.8)
    return { ...by(chance.pick(taken), 'ticket.takeover'), motive: 'relève' };
  if (open.length > 0) return by(chance.pick(open.slice(0, REACH)), 'ticket.claim');
  return by(chance.pick(tickets), 'ticket.link', { ticket: chance.pick(tickets).id });
}
