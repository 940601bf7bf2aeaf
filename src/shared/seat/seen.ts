import { z } from 'zod';
import { PersonId, SeatId } from '../ids.ts';
import { Role } from '../rights/model.ts';
import { Instant } from '../wire/time.ts';

/** A seat as another one has heard of it; what that means now `presenceOf` says. Times are of who heard, unless said. */
export const SeatSeen = z.object({
  seat: SeatId,
  up: z.boolean(),
  person: PersonId.optional(),
  role: Role.optional(),
  /** when that person sat down, by that seat's clock */
  satAt: Instant.optional(),
  /** commands that it has not got rid of yet */
  pending: z.int().min(0),
  lastSeq: z.int().min(0),
  /** the last word of it that was no memory of the broker's; absent: there was none */
  heardAt: Instant.optional(),
  /** the broker remembers that it has gone, since its own end perhaps: if it is silent too, it has */
  saidGone: z.literal(true).optional(),
  /** when it was heard to come or go; absent: it was so before anybody here listened */
  since: Instant.optional(),
  /** who sat there before, until when */
  last: z.object({ person: PersonId, at: Instant }).optional(),
});
export type SeatSeen = z.infer<typeof SeatSeen>;
