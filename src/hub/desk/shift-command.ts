import { authorize } from '../../shared/rights/authorize.ts';
import type { ShiftCommand } from '../../shared/shift/command.ts';
import { decideShift } from '../../shared/shift/decide.ts';
import { millis } from '../../shared/wire/time.ts';
import { leaveToSupervisors } from '../refusals/leave.ts';
import { keepShift, readHeld, readShift, readWaiting } from '../shifts/keep.ts';
import type { Unit } from '../store/unit.ts';
import { record } from '../tickets/record.ts';
import { type Circumstance, type DeskContext, expired, LATE_MS, type Outcome } from './context.ts';
import { authorOf, type Identity, identify } from './identify.ts';
import { journalizeCommand } from './journal.ts';

/** `shift.*`: all tickets of a handover change in this one transaction, or none. */
export async function handleShift(
  unit: Unit,
  command: ShiftCommand,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const who = await identify(unit, command, on, desk, 'counts');
  const { outcome, tickets } = await judge(unit, command, on, desk, who);
  await journalizeCommand(unit, command, on, {
    target: `shift:${command.target.id}`,
    ...authorOf(who),
    ...(command.motive === undefined ? {} : { motive: command.motive }),
    payload: {
      code: outcome.code,
      ...(command.op === 'shift.offer' ? { to: command.args.to } : {}),
      tickets: [...tickets],
    },
  });
  await leaveToSupervisors(unit, command, on, desk, who, outcome);
  return outcome;
}

interface Judged {
  readonly outcome: Outcome;
  /** those that it has changed */
  readonly tickets: readonly string[];
}
const refused = (outcome: Outcome): Judged => ({ outcome, tickets: [] });

async function judge(
  unit: Unit,
  command: ShiftCommand,
  on: Circumstance,
  desk: DeskContext,
  who: Identity,
): Promise<Judged> {
  if (!who.ok) return refused(who.outcome);
  if (expired(command, on)) return refused({ code: 'EXPIRED' });
  if (!authorize(who.person, command.op, { kind: 'shift' }).ok) return refused({ code: 'FORBIDDEN' });
  const { at, seat } = on;
  if (command.op === 'shift.offer') {
    const asked = desk.people.at(command.args.to, at);
    if (asked === undefined || asked.role === 'it') return refused({ code: 'NOT_FOUND', field: 'args.to' });
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
  if (!decided.ok) return refused({ code: decided.code });
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
  }
  return {
    outcome: { code: 'OK', ...(seq === undefined ? {} : { seq }) },
    tickets: decided.tickets.map(([{ id }]) => id),
  };
}
