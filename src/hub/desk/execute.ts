import type { AlarmCommand } from '../../shared/alarm/command.ts';
import type { ShiftCommand } from '../../shared/shift/command.ts';
import type { Command, TicketCommand } from '../../shared/wire/command.ts';
import { CommandReply } from '../../shared/wire/reply.ts';
import { millis } from '../../shared/wire/time.ts';
import { readSession, type Session } from '../accounts/sessions.ts';
import { handleAnswer } from '../calls/answer.ts';
import type { Unit } from '../store/unit.ts';
import { handleAlarm } from './alarm-command.ts';
import type { Circumstance, DeskContext, Outcome } from './context.ts';
import type { Signed } from './handle.ts';
import { handleInventory } from './inventory-command.ts';
import { handleLamps } from './lamp-command.ts';
import { refusal } from './parse.ts';
import { handleLightingPlan } from './plan-command.ts';
import { handlePreemption } from './preemption-command.ts';
import { handleLeave, handleSeen } from './refusal-command.ts';
import { handleSelections } from './selections-command.ts';
import { handleSession, type SessionCommand } from './session-command.ts';
import { handleShift } from './shift-command.ts';
import { handleTicket } from './ticket-command.ts';
import { handleView } from './view-command.ts';
import { handleViews } from './views-command.ts';

/** How far a seat's clock may have gone ahead since its session came: that session knows how far it was then. */
const AHEAD_MS = 5 * 60_000;

const isSession = (command: Command): command is SessionCommand => command.op.startsWith('session.');
const isShift = (command: Command): command is ShiftCommand => command.op.startsWith('shift.');
const isTicket = (command: Command): command is TicketCommand =>
  'target' in command && command.target.type === 'ticket';
const isAlarm = (command: Command): command is AlarmCommand => command.op.startsWith('alarm.');

/**
 * Carries one command out within a transaction: the same one of the same seat again gets its stored reply; what is
 * decided is journalised and kept in the command log beside its event.
 */
export async function execute(
  unit: Unit,
  command: Command,
  on: Circumstance,
  desk: DeskContext,
): Promise<CommandReply> {
  const { cmd } = command;
  const before = await unit.tx
    .selectFrom('command')
    .select('reply')
    .where('seat', '=', on.seat)
    .where('cmd', '=', cmd)
    .executeTakeFirst();
  if (before !== undefined) return { ...CommandReply.parse(JSON.parse(before.reply)), dup: true };
  // Neither is kept: a clock can be set right, and this hub can be brought up to date.
  const session = isSigned(command) ? await readSession(unit.tx, command.session) : undefined;
  if (isSigned(command) && isOfTheFuture(command, session, on)) return refusal(cmd, 'INVALID', 'madeAt');

  const outcome = await carryOut(unit, command, on, desk);
  const reply: CommandReply = { v: 1, cmd, ok: outcome.code === 'OK', ...outcome };
  // Nor this: a store that was restored hears of the session yet, and then of the command again.
  if (isSigned(command) && session === undefined) return reply;
  await unit.tx
    .insertInto('command')
    .values({ cmd, seat: on.seat, op: command.op, at: on.at, code: reply.code, reply: JSON.stringify(reply) })
    .execute();
  return reply;
}

/** What opens or ends a session is how its seat's clock is known: it has no future, and is signed by nobody. */
const isSigned = (command: Command): command is Signed =>
  !isSession(command) && command.op !== 'refusal.leave';

/** By the clock of its seat. */
const isOfTheFuture = ({ madeAt }: Signed, session: Session | undefined, { at }: Circumstance): boolean =>
  millis(madeAt) + (session?.hubAheadMs ?? 0) > millis(at) + AHEAD_MS;

async function carryOut(unit: Unit, command: Command, on: Circumstance, desk: DeskContext): Promise<Outcome> {
  if (isSession(command)) return handleSession(unit, command, on, desk);
  if (isTicket(command)) return handleTicket(unit, command, on, desk);
  if (isShift(command)) return handleShift(unit, command, on, desk);
  if (command.op === 'refusal.leave') return handleLeave(unit, command, on, desk);
  if (command.op === 'refusal.seen') return handleSeen(unit, command, on, desk);
  if (command.op === 'views.keep') return handleViews(unit, command, on, desk);
  if (command.op === 'preemption.seen') return handlePreemption(unit, command, on, desk);
  if (command.op === 'selections.keep') return handleSelections(unit, command, on, desk);
  if (command.op === 'call.answer') return handleAnswer(unit, command, on, desk);
  if (isAlarm(command)) return handleAlarm(unit, command, on, desk);
  if (command.op === 'camera.view') return handleView(unit, command, on, desk);
  if (command.op === 'inventory.mend') return handleInventory(unit, command, on, desk);
  if (command.op === 'lightingPlan.publish' || command.op === 'lightingPlan.restore')
    return handleLightingPlan(unit, command, on, desk);
  return handleLamps(unit, command, on, desk);
}
