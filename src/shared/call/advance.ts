import type { CallId, SeatId } from '../ids.ts';
import type { Call } from '../wire/intake.ts';
import { type Instant, millis } from '../wire/time.ts';
import type { RoomCall } from './model.ts';

/** What becomes of a call, and what of its ticket. */
export interface Advance {
  readonly call: RoomCall;
  /** `answered`: somebody speaks, at no seat of ours; `missed`: nobody did; undefined: no ticket is to be opened */
  readonly opens?: 'answered' | 'missed';
}

/**
 * A call after a word of telephony. Messages may come twice and late: `ringing → answered → ended`, never back.
 * @param seats where its line rings; undefined: everywhere
 * @returns undefined where nothing changes
 */
export function advanceCall(
  known: RoomCall | undefined,
  { callId, status, number, line }: Pick<Call, 'callId' | 'status' | 'number' | 'line'>,
  at: Instant,
  seats: readonly SeatId[] | undefined,
): Advance | undefined {
  if (known === undefined) {
    if (status === 'ended') return undefined;
    const call: RoomCall = {
      v: 1,
      id: callId as CallId,
      ...(number === undefined ? {} : { number }),
      ...(line === undefined ? {} : { line }),
      status,
      rangAt: at,
      since: at,
      ...(seats === undefined ? {} : { seats: [...seats] }),
      ...(status === 'answered' ? { connectedAt: at } : {}),
    };
    return status === 'answered' ? { call, opens: 'answered' } : { call };
  }
  if (status === 'ringing') return stillRings(known, at);
  if (known.status === 'ended') return undefined;
  if (status === 'answered') return answered(known, at);
  return known.status === 'ringing' ? missed(known, at, 'ended') : { call: { ...known, status, since: at } };
}

/** Heard so often, each word of a call that rings would be a row written for nothing, ms. */
const HEARD_MS = 20_000;

function stillRings(known: RoomCall, at: Instant): Advance | undefined {
  const last = known.heardAt ?? known.rangAt;
  if (known.status !== 'ringing' || millis(at) - millis(last) < HEARD_MS) return undefined;
  return { call: { ...known, heardAt: at } };
}

function answered(known: RoomCall, at: Instant): Advance | undefined {
  if (known.status === 'ringing')
    return { call: { ...known, status: 'answered', since: at, connectedAt: at }, opens: 'answered' };
  return known.connectedAt === undefined ? { call: { ...known, connectedAt: at } } : undefined;
}

function missed(known: RoomCall, at: Instant, status: 'ringing' | 'ended'): Advance {
  const call: RoomCall = { ...known, status, since: status === 'ended' ? at : known.since, missed: true };
  return known.ticket === undefined ? { call, opens: 'missed' } : { call };
}

/** When what was not said for too long is taken for granted, ms. */
export interface CallLimits {
  /** rung for so long, its ticket is opened without waiting for its end */
  readonly unanswered: number;
  /** shown for so long after its end */
  readonly shown: number;
}
/** Telephony that died says no end: nobody lets it ring for so long, nor speaks for so long. */
const FORGOTTEN_RINGING_MS = 10 * 60_000;
const FORGOTTEN_SPEAKING_MS = 4 * 3_600_000;

/**
 * A call as time alone makes it.
 * @returns undefined where nothing changes; 'gone' where the room forgets it
 */
export function agedCall(call: RoomCall, at: Instant, limits: CallLimits): Advance | 'gone' | undefined {
  const age = millis(at) - millis(call.since);
  switch (call.status) {
    case 'ended':
      return age >= limits.shown ? 'gone' : undefined;
    case 'answered':
      return age >= FORGOTTEN_SPEAKING_MS ? { call: { ...call, status: 'ended', since: at } } : undefined;
    case 'ringing':
      if (age >= FORGOTTEN_RINGING_MS) return missed(call, at, 'ended');
      return age >= limits.unanswered && call.ticket === undefined ? missed(call, at, 'ringing') : undefined;
  }
}
