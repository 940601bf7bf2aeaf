import { type RoomCall, ringsAt } from '../../shared/call/model.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { Decided } from '../../shared/ticket/decide.ts';
import type { Owner, Ticket } from '../../shared/ticket/model.ts';
import type { Command } from '../../shared/wire/command.ts';
import type { Circumstance, DeskContext, Outcome } from '../desk/context.ts';
import { handle, type Known } from '../desk/handle.ts';
import { lineReport } from '../intake/drafts.ts';
import { openOnce } from '../intake/open.ts';
import type { Unit } from '../store/unit.ts';
import { readLastEvent, readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';
import { keepCall, readCall } from './keep.ts';
import { fromRoom } from './take.ts';

type CallAnswer = Extract<Command, { op: 'call.answer' }>;

/** Who presses a key wants to speak now: an answer that comes later would connect whoever has gone on to another. */
const TOO_LATE_MS = 10_000;

/** `call.answer`: the first to press it at a seat where it rings has the call and its ticket; the others hear who. */
export async function handleAnswer(
  unit: Unit,
  command: CallAnswer,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const { outcome } = await handle(unit, command, on, desk, {
    about: `call:${command.target.id}`,
    withinMs: TOO_LATE_MS,
    target: { kind: 'call' },
    judge: (who) => judge(unit, command, on, desk, who),
    told: ({ ticket, seq }) => ({
      ...(ticket === undefined ? {} : { ticket: ticket.id }),
      ...(seq === undefined ? {} : { seq }),
    }),
  });
  return outcome;
}

async function judge(
  unit: Unit,
  command: CallAnswer,
  on: Circumstance,
  desk: DeskContext,
  who: Known,
): Promise<Outcome> {
  const call = await readCall(unit.tx, command.target.id);
  if (call === undefined) return { code: 'NOT_FOUND', field: 'target.id' };
  if (call.status !== 'ringing') return { code: 'BAD_STATE', call };
  if (!ringsAt(call, on.seat)) return { code: 'FORBIDDEN', field: 'seat', call };
  return take(unit, command, call, { seat: on.seat, person: who.person.id }, on, desk);
}

async function take(
  unit: Unit,
  { cmd }: CallAnswer,
  { missed: _, ...call }: RoomCall,
  owner: Owner,
  { at }: Circumstance,
  { calls }: DeskContext,
): Promise<Outcome> {
  const report = lineReport(fromRoom(call), 'answered', calls.words);
  const { ticket: id, opened } = await openOnce(unit, report, at, calls, { owner, cmd });
  if (!opened) await claimFree(unit, id, owner, at, cmd);
  const answered: RoomCall = { ...call, status: 'answered', since: at, answeredBy: owner, ticket: id };
  await keepCall(unit.tx, answered);
  const [ticket, last] = [await readTicket(unit.tx, id), await readLastEvent(unit.tx, id)];
  return {
    code: 'OK',
    call: answered,
    ...(ticket === undefined ? {} : { ticket }),
    ...(last === undefined ? {} : { last, seq: last.seq }),
  };
}

/** It had rung for so long that its ticket was opened: whoever answers after all has that, unless it is somebody's. */
async function claimFree(
  unit: Unit,
  id: TicketId,
  owner: Owner,
  at: Circumstance['at'],
  cmd: CallAnswer['cmd'],
): Promise<void> {
  const ticket: Ticket | undefined = await readTicket(unit.tx, id);
  if (ticket?.state !== 'open') return;
  const claimed: Decided = {
    ok: true,
    type: 'ticket.claimed',
    version: ticket.version + 1,
    patch: {
      state: 'claimed',
      owner,
      claimedAt: at,
      ...(ticket.acknowledgedBy === undefined && { acknowledgedBy: owner, acknowledgedAt: at }),
    },
  };
  await record(unit, id, ticket, claimed, { at, ...owner, cmd });
}
