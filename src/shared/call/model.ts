import { z } from 'zod';
import { CallId, SeatId, TicketId } from '../ids.ts';
import { Owner } from '../ticket/model.ts';
import { Instant } from '../wire/time.ts';

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
