import { refusalId } from '../../shared/refusal/model.ts';
import type { DeskCommand } from '../../shared/wire/command.ts';
import { openSeats } from '../accounts/sessions.ts';
import type { Circumstance, DeskContext, Outcome } from '../desk/context.ts';
import type { Identity } from '../desk/identify.ts';
import type { Unit } from '../store/unit.ts';
import { keepRefusal } from './keep.ts';

/**
 * A command is refused whose author has left: nobody at that seat can be told. It waits for a supervisor, whether or
 * not its seat lives to say so too (`refusal.leave`).
 */
export async function leaveToSupervisors(
  unit: Unit,
  { cmd, op, target, args, motive, madeAt }: DeskCommand,
  { seat, at }: Circumstance,
  { data }: Pick<DeskContext, 'data'>,
  { session }: Identity,
  { code, field }: Outcome,
): Promise<void> {
  if (code === 'OK' || session?.closedAt === undefined || op === 'refusal.seen') return;
  if ((await openSeats(unit.tx)).has(session.person)) return;
  const refusal = {
    v: 1,
    id: refusalId(seat, cmd),
    seat,
    person: session.person,
    cmd,
    op,
    target,
    args: args as Record<string, never>,
    ...(motive === undefined ? {} : { motive }),
    madeAt,
    state: 'refused',
    code,
    ...(field === undefined ? {} : { field }),
    at,
  } as const;
  await keepRefusal(unit, refusal, data);
}
