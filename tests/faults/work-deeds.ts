import { v7 } from 'uuid';
import type { Chance } from '../../src/city/plan/seeded-chance.ts';
import type { DeskAct } from '../../src/shared/ipc/contract.ts';
import { answerRead, stepRead } from '../../src/shared/procedure/as-read.ts';
import { choiceOf } from '../../src/shared/procedure/choice.ts';
import type { PublishedProcedure } from '../../src/shared/procedure/model.ts';
import { answersForSteps, owedOn } from '../../src/shared/procedure/owed.ts';
import { progressOf } from '../../src/shared/procedure/progress.ts';
import type { Shift } from '../../src/shared/shift/model.ts';
import type { Outcome, Ticket } from '../../src/shared/ticket/model.ts';
import { isPromised } from '../../src/shared/ticket/promise.ts';
import { instant } from '../../src/shared/wire/time.ts';

export const by = (ticket: Ticket, op: string, args: DeskAct['args'] = {}): DeskAct => ({
  op,
  ticket: ticket.id,
  exp: ticket.version,
  args,
});

/** A step of what the ticket follows, done, skipped or taken back: often the same that a colleague marks. */
export function markStep(
  chance: Chance,
  ticket: Ticket,
  procedures: readonly PublishedProcedure[],
): DeskAct | undefined {
  const choice = choiceOf(procedures, ticket);
  if (choice.kind !== 'followed') return undefined;
  const { id, version } = choice.procedure;
  const { steps } = progressOf(choice.procedure, ticket, 0);
  const marked = steps.filter(({ mark }) => mark !== undefined);
  const { step, mark } =
    marked.length > 0 && chance.happens(0.2)
      ? chance.pick(marked)
      : (steps.find(({ current }) => current) ?? chance.pick(steps));
  const named = { procedure: { id, version }, step: stepRead(step) };
  if (mark !== undefined) return by(ticket, 'ticket.step', { ...named, mark: 'none', undo: mark.cmd });
  if (chance.happens(0.2))
    return { ...by(ticket, 'ticket.step', { ...named, mark: 'skipped' }), motive: 'déjà fait sur place' };
  const done = { ...named, mark: 'done' };
  if (step.ask === undefined) return by(ticket, 'ticket.step', done);
  return by(ticket, 'ticket.step', { ...done, answer: answerRead(chance.pick(step.ask.answers)) });
}

/** A promise to call back is made, or the one that stands is kept or revoked, by whoever is at it. */
export function seeToPromise(chance: Chance, ticket: Ticket, now: number): DeskAct {
  if (!isPromised(ticket) || chance.happens(0.1))
    return by(ticket, 'ticket.promise', { due: instant(now + 900_000), number: '0612345678' });
  if (chance.happens(0.7)) return by(ticket, 'ticket.keep', { note: 'rappelé' });
  return { ...by(ticket, 'ticket.revoke'), motive: 'numéro injoignable' };
}

/** Ends it, and says of the mandatory steps that are left out why, as a console does. */
export function close(chance: Chance, ticket: Ticket, procedures: readonly PublishedProcedure[]): DeskAct {
  const outcome: Outcome = chance.pick(['unfounded', 'done'] as const);
  const skipped = answersForSteps(outcome) ? owedOn(procedures, ticket) : undefined;
  if (skipped === undefined) return by(ticket, 'ticket.close', { outcome });
  return { ...by(ticket, 'ticket.close', { outcome, skipped }), motive: 'sans suite' };
}

/** All that is one's own is offered to a colleague. */
export const offerShift = (to: string, unconfirmed: number): DeskAct => ({
  op: 'shift.offer',
  ticket: v7(),
  exp: 0,
  args: { to, note: 'fin de poste', matters: [], unconfirmed },
});

/** Of a handover that waits: its answer by whom it was offered to, or that it is taken back. */
export function answerShift(chance: Chance, person: string, shifts: readonly Shift[]): DeskAct | undefined {
  const on = ({ id }: Shift, op: string): DeskAct => ({ op, ticket: id, exp: 0, args: {} });
  const waiting = shifts.filter(({ state }) => state === 'offered');
  const asked = waiting.find(({ to }) => to === person);
  if (asked !== undefined) return on(asked, chance.happens(0.7) ? 'shift.accept' : 'shift.decline');
  const own = waiting.find(({ from }) => from.person === person);
  return own !== undefined && chance.happens(0.05) ? on(own, 'shift.withdraw') : undefined;
}
