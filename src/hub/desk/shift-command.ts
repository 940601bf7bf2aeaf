import type { TicketId } from '../../shared/ids.ts';
import type { ShiftCommand } from '../../shared/shift/command.ts';
import { decideShift } from '../../shared/shift/decide.ts';
import { millis } from '../../shared/wire/time.ts';
import { leaveToSupervisors } from '../refusals/leave.ts';
import { keepShift, readHeld, readShift, readWaiting } from '../shifts/keep.ts';
import type { Unit } from '../store/unit.ts';
import { record } from '../tickets/record.ts';
import { type Circumstance, type DeskContext, LATE_MS, type Outcome } from './context.ts';
import { handle, type Known } from './handle.ts';

/** `shift.*`: all tickets of a handover change in this one transaction, or none. */
export async function handleShift(
  unit: Unit,
  command: ShiftCommand,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const changed: TicketId[] = [];
  const { who, outcome } = await handle(unit, command, on, desk, {
    about: `shift:${command.target.id}`,
    target: { kind: 'shift' },
    judge: (who) => judge(unit, command, on, desk, who, changed),
    told: () => ({ ...(command.op === 'shift.offer' ? { to: command.args.to } : {}), tickets: changed }),
  });
  await leaveToSupervisors(unit, command, on, desk, who, outcome);
  return outcome;
}

/** @param changed gets the tickets that it changes */
async function judge(
  unit: Unit,
  command: ShiftCommand,
  on: Circumstance,
  desk: DeskContext,
  who: Known,
  changed: TicketId[],
): Promise<Outcome> {
  const { at, seat } = on;
  if (command.op === 'shift.offer') {
    const asked = desk.people.at(command.args.to, at);
    if (asked === undefined || asked.role === 'it') return { code: 'NOT_FOUND', field: 'args.to' };
  }
  const actor = { seat, person: who.person.id, role: who.person.role };
  const late = millis(at) - millis(who.madeAt) > LATE_MS;
  const shift = await readShift(unit.tx, command.target.id);
  const decided = decideShift(command, {
    actor,
    at: late ? who.madeAt : at,
    shift,
    waiting: command.op === 'shift.offer' ? await readWaiting(unit.tx, actor.person) : undefined,
    held: await readHeld(unit.tx, shift?.from.person ?? actor.person),
  });
  if (!decided.ok) return { code: decided.code };
  if (decided.ended !== undefined) await keepShift(unit, decided.ended, desk.data);
  await keepShift(unit, decided.shift, desk.data);
  let seq: number | undefined;
  for (const [ticket, decision] of decided.tickets) {
    const { event } = await record(unit, ticket.id, ticket, decision, {
      at,
      seat,
      person: actor.person,
      cmd: command.cmd,
      ...(late ? { madeAt: who.madeAt } : {}),
    });
    seq = event.seq;
    changed.push(ticket.id);
  }
  return { code: 'OK', ...(seq === undefined ? {} : { seq }) };
}
