import { z } from 'zod';
import type { TicketId, UnitId } from '../../shared/ids.ts';
import { faultOfMark } from '../../shared/procedure/as-read.ts';
import type { ProcedureRef } from '../../shared/procedure/mark.ts';
import { type Procedure, textIn } from '../../shared/procedure/model.ts';
import { faultOfClosing } from '../../shared/procedure/owed.ts';
import { type Decision, decide } from '../../shared/ticket/decide.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { movedPromise, promisesClash } from '../../shared/ticket/promise.ts';
import { TELLING_MS } from '../../shared/unit/assign.ts';
import { ordersBetween } from '../../shared/unit/orders.ts';
import type { TicketCommand } from '../../shared/wire/command.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import { acknowledgeAlarmOf } from '../alarms/with-ticket.ts';
import { circumstancesOf, keepReferences } from '../files/references.ts';
import { leaveToSupervisors } from '../refusals/leave.ts';
import type { Unit } from '../store/unit.ts';
import { readLastEvent, readTicket } from '../tickets/read.ts';
import { type Attribution, record } from '../tickets/record.ts';
import { nextReference } from '../tickets/reference.ts';
import { keepOrders } from '../units/orders.ts';
import { type Circumstance, type DeskContext, LATE_MS, type Outcome } from './context.ts';
import { handle, type Known } from './handle.ts';

/** `ticket.*`: decided and recorded, and always answered with the ticket as it is now. */
export async function handleTicket(
  unit: Unit,
  command: TicketCommand,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const before = await readTicket(unit.tx, command.target.id);
  const { who, outcome } = await handle(unit, command, on, desk, {
    about: `ticket:${command.target.id}`,
    target: { kind: 'ticket' },
    judge: (who) => judge(unit, command, on, desk, who, before),
    told: ({ seq }) => ({ ...(seq === undefined ? {} : { seq }) }),
  });
  await leaveToSupervisors(unit, command, on, desk, who, outcome);
  if (outcome.ticket !== undefined || before === undefined) return outcome;
  const last = await readLastEvent(unit.tx, before.id);
  return { ...outcome, ticket: before, ...(last === undefined ? {} : { last }) };
}

async function judge(
  unit: Unit,
  command: TicketCommand,
  on: Circumstance,
  desk: DeskContext,
  who: Known,
  before: Ticket | undefined,
): Promise<Outcome> {
  const stranger = await unknownReference(unit, command, on, desk, before);
  if (stranger !== undefined) return stranger;

  const { seat, at } = on;
  const actor = { seat, person: who.person.id, role: who.person.role };
  const opening = command.op === 'ticket.create' && before === undefined;
  const ref = opening ? await nextReference(unit, at, desk.timeZone) : '';
  const { madeAt } = who;
  const late = millis(at) - millis(madeAt) > LATE_MS;
  const tellUntil = instant(millis(madeAt) + TELLING_MS);
  const tellable = (id: UnitId) => desk.knowsUnit(id) && at <= tellUntil;
  const files =
    command.op === 'ticket.attach' ? await circumstancesOf(unit.tx, command.args, desk.files) : {};
  const decision: Decision = decide(before, command, {
    actor,
    at: late ? madeAt : at,
    ref,
    tellable,
    ...files,
  });
  if (!decision.ok) {
    const { code, field } = decision;
    return { code, ...(field === undefined ? {} : { field }) };
  }
  const { motive, cmd } = command;
  if (command.op === 'ticket.close' && before !== undefined) {
    const { args } = command;
    const field = faultOfClosing(shownOn(before, args.skipped?.procedure, desk), before, args, motive);
    if (field !== undefined) return { code: 'INVALID', field };
  }
  const advice = command.op === 'advice.refuse' ? command.args.rule : command.advice;
  try {
    const by = { at, seat, person: actor.person, ...(late ? { madeAt } : {}) };
    const { ticket, event } = await record(unit, command.target.id, before, decision, {
      ...by,
      cmd,
      ...(motive === undefined ? {} : { motive }),
      ...(advice === undefined ? {} : { advice }),
    });
    await keepReferences(unit.tx, before, ticket);
    if (command.op === 'ticket.merge') await movePromise(unit, before, command.args.into, by);
    await keepOrders(unit, ordersBetween(before, ticket, cmd, tellUntil), at);
    await acknowledgeAlarmOf(unit, before, ticket, late ? madeAt : at, desk.alarmTouched);
    return { code: 'OK', seq: event.seq, ticket, last: event };
  } catch (error) {
    // Each argument was valid, the whole would not be: more links than a ticket holds, say.
    if (!(error instanceof z.ZodError)) throw error;
    return { code: 'INVALID', field: error.issues[0]?.path.join('.') ?? 'args' };
  }
}

/** Nothing is promised that isn't tracked: what was promised on a ticket goes along where it is merged, in the same transaction. */
async function movePromise(
  unit: Unit,
  merged: Ticket | undefined,
  into: TicketId,
  by: Attribution,
): Promise<void> {
  const stays = await readTicket(unit.tx, into);
  const moved = merged && stays && movedPromise(merged, stays);
  if (moved !== undefined) await record(unit, into, stays, moved, by);
}

/**
 * The procedure by which a ticket is closed: that which it follows; else that which its closing names, which may have
 * been in force where somebody closed without the hub, but never another than consoles show.
 */
function shownOn(
  ticket: Ticket,
  named: ProcedureRef | undefined,
  { procedure, followed }: DeskContext,
): Procedure | undefined {
  if (ticket.procedure !== undefined) return procedure(ticket.procedure);
  const own = followed(ticket);
  return named !== undefined && (own === undefined || own.id === named.id) ? procedure(named) : own;
}

/** What an argument names must exist, and be what it is said to be; a ticket that others are merged into must not be closed itself. */
async function unknownReference(
  { tx }: Unit,
  command: TicketCommand,
  { at }: Circumstance,
  { people, procedure }: DeskContext,
  before: Ticket | undefined,
): Promise<Outcome | undefined> {
  switch (command.op) {
    case 'ticket.handover':
      return people.at(command.args.to, at) ? undefined : { code: 'NOT_FOUND', field: 'args.to' };
    case 'ticket.link':
      return (await readTicket(tx, command.args.ticket))
        ? undefined
        : { code: 'NOT_FOUND', field: 'args.ticket' };
    case 'ticket.merge': {
      const into = await readTicket(tx, command.args.into);
      if (into === undefined) return { code: 'NOT_FOUND', field: 'args.into' };
      if (into.state === 'closed') return { code: 'BAD_STATE', field: 'args.into' };
      return before && promisesClash(before, into) ? { code: 'BAD_STATE', field: 'callback' } : undefined;
    }
    case 'ticket.step': {
      const followed = procedure(command.args.procedure);
      if (followed === undefined) return { code: 'NOT_FOUND', field: 'args.procedure' };
      const field = faultOfMark(followed, command.args, command.motive);
      return field === undefined ? undefined : { code: 'INVALID', field };
    }
    case 'ticket.procedure': {
      const chosen = procedure(command.args.procedure);
      if (chosen === undefined) return { code: 'NOT_FOUND', field: 'args.procedure' };
      return textIn(chosen.title, 'fr') === command.args.title
        ? undefined
        : { code: 'INVALID', field: 'args.title' };
    }
    default:
      return undefined;
  }
}
