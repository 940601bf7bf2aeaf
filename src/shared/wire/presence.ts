import { z } from 'zod';
import { PersonId, TicketId } from '../ids.ts';
import { Role } from '../rights/model.ts';
import { Instant } from './time.ts';

/** `room/v1/head`: how far the hub has come, after each burst and every 5 s. */
export const Head = z.object({ v: z.literal(1), epoch: z.string().min(1), seq: z.int().min(0), at: Instant });
export type Head = z.infer<typeof Head>;
/** A hub whose head is older than this is away: two were missed. */
export const HUB_AWAY_MS = 12_000;

/** `room/v1/hub/<hubId>`, also its will. */
export const HubPresence = z.object({ v: z.literal(1), up: z.boolean(), instance: z.string(), at: Instant });
export type HubPresence = z.infer<typeof HubPresence>;

/** `room/v1/seat/<seatId>`, also its will. */
export const SeatPresence = z.object({
  v: z.literal(1),
  up: z.boolean(),
  instance: z.string(),
  person: PersonId.optional(),
  role: Role.optional(),
  /** when that person sat down, by this seat's clock */
  since: Instant.optional(),
  /** commands in the outbox */
  pending: z.int().min(0),
  lastSeq: z.int().min(0),
  /** head and length of the seat's journal, so that re-imaging a PC can't hide a tail */
  journalHead: z.string().optional(),
  journalCount: z.int().min(0),
  at: Instant,
});
export type SeatPresence = z.infer<typeof SeatPresence>;

/**
 * `room/v1/intent/<seatId>`: an unconfirmed claim, shown to colleagues while the hub is away. Nothing of the command
 * travels: who sits at that seat its presence says, and when is when it is heard.
 */
export const Intent = z.object({
  v: z.literal(1),
  target: z.object({ type: z.literal('ticket'), id: TicketId }),
  op: z.literal('ticket.claim'),
});
export type Intent = z.infer<typeof Intent>;
