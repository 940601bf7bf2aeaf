import { z } from 'zod';
import { PersonId, SeatId, SessionId } from '../ids.ts';
import { Instant } from './time.ts';

/**
 * One line of the journal (main courante). `leaf` is the SHA-256 of the salt and the whole entry but `v` and the
 * hashes, as JSON with sorted keys: when the law says that an entry is to be destroyed, salt and contents go, and the
 * chain of leaves still verifies.
 */
export const JournalEntry = z.object({
  v: z.literal(1),
  /** place in this writer's journal, from 1 */
  n: z.int().min(1),
  at: Instant,
  action: z.string().min(1).max(80),
  target: z.string().max(300).optional(),
  seat: SeatId.optional(),
  person: PersonId.optional(),
  session: SessionId.optional(),
  assurance: z.enum(['declared', 'proved', 'offline']).optional(),
  motive: z.string().max(1_000).optional(),
  payload: z.record(z.string(), z.json()).optional(),
  salt: z.string(),
  leaf: z.string(),
  /** SHA-256 of the previous head and this leaf, in hex */
  head: z.string(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** `room/v1/journal/<seatId>`: entries in order; the reply names the last one kept. */
export const JournalUpload = z.object({
  v: z.literal(1),
  upload: z.uuid(),
  entries: z.array(JournalEntry).min(1).max(200),
});
export type JournalUpload = z.infer<typeof JournalUpload>;
export const JournalAck = z.object({
  v: z.literal(1),
  upload: z.uuid(),
  kept: z.int().min(0),
  ok: z.boolean(),
  code: z.string(),
});
export type JournalAck = z.infer<typeof JournalAck>;
