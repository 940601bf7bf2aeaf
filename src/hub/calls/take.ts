import { type Advance, advanceCall } from '../../shared/call/advance.ts';
import type { RoomCall } from '../../shared/call/model.ts';
import type { SeatId, TicketId } from '../../shared/ids.ts';
import type { Call } from '../../shared/wire/intake.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { callReport, lineReport } from '../intake/drafts.ts';
import { type IntakeContext, knownTicket, openOnce } from '../intake/open.ts';
import type { Words } from '../intake/words.ts';
import type { Unit } from '../store/unit.ts';
import { keepCall, readCall } from './keep.ts';

/** What calls need beside the store. */
export interface CallContext extends IntakeContext {
  readonly words: Words;
  /** the seats at which a line rings; undefined: all of them */
  readonly seatsOf: (line: string | undefined) => readonly SeatId[] | undefined;
}

export interface CallKept {
  readonly ticket: TicketId | undefined;
  readonly opened: boolean;
  /** as the room is to see it; undefined where nothing has changed */
  readonly call?: RoomCall;
}

/**
 * Takes a word of telephony. A call that rings waits for whoever answers; one with what a call centre has handed over
 * is a ticket at once; one that nobody at a seat took becomes one, so that none is lost.
 */
export async function takeCall(unit: Unit, call: Call, at: Instant, on: CallContext): Promise<CallKept> {
  if (call.transfer !== undefined) return openOnce(unit, callReport(call, on.words), at, on);
  const known = await readCall(unit.tx, call.callId);
  const before = known?.ticket ?? (await knownTicket(unit, lineReport(call, 'answered', on.words)));
  // Forgotten by the room, and said again: its ticket has been there.
  if (known === undefined && before !== undefined) return { ticket: before, opened: false };
  const next = advanceCall(known, call, at, on.seatsOf(call.line));
  if (next === undefined) return { ticket: before, opened: false };
  return settleCall(unit, next, at, on);
}

/** Keeps what has become of a call, with the ticket that it opens. */
export async function settleCall(
  unit: Unit,
  { call, opens }: Advance,
  at: Instant,
  on: CallContext,
): Promise<CallKept> {
  if (opens === undefined) {
    await keepCall(unit.tx, call);
    return { ticket: call.ticket, opened: false, call };
  }
  const { ticket, opened } = await openOnce(unit, lineReport(fromRoom(call), opens, on.words), at, on);
  const kept = { ...call, ticket };
  await keepCall(unit.tx, kept);
  return { ticket, opened, call: kept };
}

/** A call of the room by telephony's names. */
export const fromRoom = ({ id, number, line }: RoomCall): Pick<Call, 'callId' | 'number' | 'line'> => ({
  callId: id,
  number,
  line,
});
