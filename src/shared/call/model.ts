import { z } from 'zod';
import { CallId, SeatId, TicketId } from '../ids.ts';
import { Owner } from '../ticket/model.ts';
import { Instant, millis } from '../wire/time.ts';

/**
 * `room/v1/data/call/<id>`: a telephone call as the room sees it, until a while after its end. `answered` is what the
 * hub has decided; that they speak is only known when telephony says so (`connectedAt`).
 */
export const RoomCall = z.object({
  v: z.literal(1),
  id: CallId,
  /** as telephony gives it; absent where the caller hides it */
  number: z.string().max(40).optional(),
  /** which of the room's lines was called */
  line: z.string().max(100).optional(),
  status: z.enum(['ringing', 'answered', 'ended']),
  rangAt: Instant,
  /** when it came to this status */
  since: Instant,
  /** when telephony last said that it rings; absent where it has said so once */
  heardAt: Instant.optional(),
  /** where it rings; absent: at every seat */
  seats: z.array(SeatId).max(500).optional(),
  /** who took it; absent where it was answered on a telephone of nobody's seat */
  answeredBy: Owner.optional(),
  connectedAt: Instant.optional(),
  ticket: TicketId.optional(),
  /** it ended, or rang for too long, without anybody: its ticket waits in the queue to be called back */
  missed: z.literal(true).optional(),
});
export type RoomCall = z.infer<typeof RoomCall>;

/** Whether a call rings at a seat, and may be answered there. */
export const ringsAt = ({ status, seats }: Pick<RoomCall, 'status' | 'seats'>, seat: string): boolean =>
  status === 'ringing' && (seats === undefined || seats.some((one) => one === seat));

/** Telephony that lives says again that it rings, each 30 s at most; with nothing for so long, nobody may be there, ms. */
export const QUIET_MS = 75_000;

/**
 * When telephony was last heard of a call that rings, where that is too long ago to be sure that anybody is on the line.
 * @param now ms since the epoch
 */
export function quietSince(
  { status, rangAt, heardAt }: Pick<RoomCall, 'status' | 'rangAt' | 'heardAt'>,
  now: number,
): number | undefined {
  const last = millis(heardAt ?? rangAt);
  return status === 'ringing' && now - last > QUIET_MS ? last : undefined;
}
