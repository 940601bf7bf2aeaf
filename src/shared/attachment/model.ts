import { z } from 'zod';
import { CommandId, PersonId, SeatId } from '../ids.ts';
import { Instant } from '../wire/time.ts';
import { LONGEST_NAME, UNFIT_IN_NAME } from './file-name.ts';
import { MediaType } from './media-type.ts';

/** What a file's bytes hash to, in hex: the name by which bytes are asked for, kept and compared. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a SHA-256 in small hex')
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;

/** No room may let larger files in than this, bytes. */
export const LARGEST_FILE = 64_000_000;

/** Names a file of a ticket; its bytes travel apart. */
export const AttachmentRef = z.object({
  sha256: Sha256,
  /** as people read it, cleaned (`cleanName`): no path, nothing that hides or turns round what follows */
  name: z
    .string()
    .min(1)
    .max(LONGEST_NAME)
    .refine((name) => name.search(UNFIT_IN_NAME) < 0, 'no path, no control or direction characters'),
  /** bytes */
  size: z.int().min(1).max(LARGEST_FILE),
  type: MediaType,
});
export type AttachmentRef = z.infer<typeof AttachmentRef>;

/** A file on a ticket, named by the command that attached it: the same bytes may be attached twice. */
export const Attachment = AttachmentRef.extend({
  cmd: CommandId,
  person: PersonId,
  seat: SeatId,
  /** when it was attached, by the hub's clock */
  at: Instant,
  /** since when the hub has all of its bytes; without it they are on their way from that seat */
  heldAt: Instant.optional(),
});
export type Attachment = z.infer<typeof Attachment>;
