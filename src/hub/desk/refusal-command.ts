import type { RefusalLeave, RefusalSeen } from '../../shared/refusal/command.ts';
import { refusalId } from '../../shared/refusal/model.ts';
import { keepRefusal, markSeen, readRefusal } from '../refusals/keep.ts';
import type { Unit } from '../store/unit.ts';
import type { Circumstance, DeskContext, Outcome } from './context.ts';
import { handle, type Known } from './handle.ts';
import { journalizeCommand } from './journal.ts';

/** `refusal.leave`: the seat's own word, so the journal names who it says did it, and no session. */
export async function handleLeave(
  unit: Unit,
  command: RefusalLeave,
  on: Circumstance,
  { data }: DeskContext,
): Promise<Outcome> {
  const { person, cmd, code } = command.args;
  const refusal = { v: 1, id: refusalId(on.seat, cmd), seat: on.seat, ...command.args, at: on.at } as const;
  await keepRefusal(unit, refusal, data);
  await journalizeCommand(unit, command, on, {
    target: `refusal:${refusal.id}`,
    person,
    payload: { of: cmd, ...(code === undefined ? {} : { code }) },
  });
  return { code: 'OK' };
}

/** `refusal.seen`: by a supervisor, or by its author who is back. */
export async function handleSeen(
  unit: Unit,
  command: RefusalSeen,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const { outcome } = await handle(unit, command, on, desk, {
    about: `refusal:${command.target.id}`,
    target: { kind: 'refusal' },
    judge: (who) => judge(unit, command, on, desk, who),
  });
  return outcome;
}

async function judge(
  unit: Unit,
  command: RefusalSeen,
  on: Circumstance,
  { data }: DeskContext,
  who: Known,
): Promise<Outcome> {
  const refusal = await readRefusal(unit.tx, command.target.id);
  if (refusal === undefined) return { code: 'OK' }; // somebody else has taken note of it already
  if (who.person.role !== 'supervisor' && refusal.person !== who.person.id) return { code: 'FORBIDDEN' };
  await markSeen(unit, refusal.id, on.at, data);
  return { code: 'OK' };
}
