import { isMarkOf, type ProcedureRef, type StepMark } from '../procedure/mark.ts';
import type { TicketCommand } from '../wire/command.ts';
import { later, millis } from '../wire/time.ts';
import type { Circumstances, Decision } from './decision.ts';
import type { Ticket, TicketEventType, TicketPatch } from './model.ts';

export type StepCommand = Extract<TicketCommand, { op: 'ticket.step' | 'ticket.procedure' }>;

/**
 * Marks on steps commute: whoever ticks one hinders nobody who ticks another, claims or closes. They keep the ticket's
 * version and are not judged by it, but each by the mark that its author saw: a step is marked once, and only the mark
 * that was seen is taken back. Whether procedure and step exist is asked before (`faultOfMark`).
 */
export function decideStep(ticket: Ticket, command: StepCommand, { actor, at }: Circumstances): Decision {
  const refused: Decision = { ok: false, code: 'BAD_STATE' };
  const to = (type: TicketEventType, patch: TicketPatch, subject: string, answer?: string): Decision => ({
    ok: true,
    type,
    version: ticket.version,
    patch: { ...patch, stepRevision: (ticket.stepRevision ?? 0) + 1 },
    subject,
    ...(answer === undefined ? {} : { answer }),
  });
  // What was done before it was closed is told late, and is true.
  if (ticket.state === 'closed' && !(ticket.closedAt !== undefined && millis(at) <= millis(ticket.closedAt)))
    return refused;

  if (command.op === 'ticket.procedure') {
    const { procedure, instead, title } = command.args;
    if (isSame(ticket.procedure, procedure) || !isSame(ticket.procedure, instead)) return refused;
    return to('ticket.procedureChosen', { procedure }, title);
  }
  const { args, cmd, motive } = command;
  const marks = ticket.steps ?? [];
  const standing = marks.find((mark) => isMarkOf(mark, args.procedure.id, args.step.id));
  if (args.mark === 'none') {
    if (standing?.cmd !== args.undo) return refused;
    return to('ticket.stepUndone', { steps: marks.filter((mark) => mark !== standing) }, args.step.text);
  }
  if (standing !== undefined) return refused;
  const answer = args.mark === 'done' ? args.answer : undefined;
  const mark: StepMark = {
    cmd,
    procedure: args.procedure,
    step: args.step,
    state: args.mark,
    ...(answer === undefined ? {} : { answer }),
    person: actor.person,
    seat: actor.seat,
    at: later(ticket.openedAt, at),
    ...(motive === undefined ? {} : { motive }),
  };
  const begun: TicketPatch = ticket.procedure === undefined ? { procedure: args.procedure } : {};
  const type = args.mark === 'done' ? 'ticket.stepDone' : 'ticket.stepSkipped';
  return to(type, { ...begun, steps: [...marks, mark] }, args.step.text, answer?.label);
}

/**
 * Marks the mandatory steps that a closing leaves out, all by its one motive; what somebody has marked meanwhile stays
 * as it is. Whether none is missing is asked before (`faultOfClosing`).
 */
export function leaveOut(
  ticket: Ticket,
  { args: { skipped }, cmd, motive }: Extract<TicketCommand, { op: 'ticket.close' }>,
  { actor, at }: Circumstances,
): TicketPatch {
  if (skipped === undefined) return {};
  const { procedure } = skipped;
  const marks = ticket.steps ?? [];
  const fresh = skipped.steps
    .filter(({ id }) => !marks.some((mark) => isMarkOf(mark, procedure.id, id)))
    .map(
      (step): StepMark => ({
        cmd,
        procedure,
        step,
        state: 'skipped',
        person: actor.person,
        seat: actor.seat,
        at: later(ticket.openedAt, at),
        ...(motive === undefined ? {} : { motive }),
      }),
    );
  if (fresh.length === 0) return {};
  return {
    ...(ticket.procedure === undefined ? { procedure } : {}),
    steps: [...marks, ...fresh],
    stepRevision: (ticket.stepRevision ?? 0) + 1,
  };
}

const isSame = (a: ProcedureRef | undefined, b: ProcedureRef | undefined): boolean =>
  a?.id === b?.id && a?.version === b?.version;
