import { z } from 'zod';
import { CommandId, PersonId, RefusalId, SeatId } from '../ids.ts';
import { ReplyCode } from '../wire/reply.ts';
import { Instant } from '../wire/time.ts';

/**
 * `room/v1/data/refusal/<refusalId>`: something that somebody did and the room did not take, and of which they can't be
 * told, for they have left. It stays until a supervisor, or its author, has taken note of it.
 */
export const Refusal = z.object({
  v: z.literal(1),
  id: RefusalId,
  /** where it was made, and by whom */
  seat: SeatId,
  person: PersonId,
  cmd: CommandId,
  op: z.string().max(80),
  /** the ticket or the handover that it is about */
  target: z.object({ type: z.string().max(40), id: z.string().max(256) }),
  args: z.record(z.string(), z.json()),
  motive: z.string().max(1_000).optional(),
  madeAt: Instant,
  /** `held`: never sent, for it was made on the strength of one that was refused */
  state: z.enum(['refused', 'held']),
  code: ReplyCode.optional(),
  field: z.string().max(300).optional(),
  /** when the hub heard of it */
  at: Instant,
});
export type Refusal = z.infer<typeof Refusal>;

/** Two seats may use the same id for a command. */
export const refusalId = (seat: string, cmd: string): RefusalId => `${cmd}@${seat}` as RefusalId;
