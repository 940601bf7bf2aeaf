import { z } from 'zod';
import { Attachment, LARGEST_FILE, Sha256 } from '../attachment/model.ts';
import { ReplyCode } from '../wire/reply.ts';

/** Bytes on their way between processes (structured clone keeps them as they are). */
const Bytes = z.instanceof(Uint8Array);

/** A file that somebody has chosen, dropped or pasted, for a ticket. */
export const FileAdd = z.object({
  ticket: z.string().min(1).max(256),
  name: z.string().max(1_000),
  bytes: Bytes,
});
export type FileAdd = z.infer<typeof FileAdd>;

export const FileAdded = z.discriminatedUnion('kind', [
  /** its bytes and the command are on disk: they will reach the room */
  z.object({ kind: z.literal('kept') }),
  z.object({
    kind: z.literal('refused'),
    /** twice: the same bytes are on the ticket already; the last three as for any command */
    why: z.enum([
      'type',
      'empty',
      'large',
      'many',
      'twice',
      'disk',
      'no-session',
      'invalid',
      'no-disk-no-hub',
    ]),
    /** of `large` in bytes, of `many` in files */
    limit: z.int().min(1).max(LARGEST_FILE).optional(),
  }),
]);
export type FileAdded = z.infer<typeof FileAdded>;

export const FileOpen = z.object({ ticket: z.string().min(1).max(256), attachment: Attachment });
export type FileOpen = z.infer<typeof FileOpen>;

/** What came of opening a file. That it was is in the journal before its bytes are given. */
export const FileOpened = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), bytes: Bytes }),
  /** not on this seat, and the hub is away */
  z.object({ kind: z.literal('away') }),
  /** the hub has not answered in time */
  z.object({ kind: z.literal('silent') }),
  /** the room has not got all of its bytes yet */
  z.object({ kind: z.literal('coming') }),
  /** it is not on that ticket any more */
  z.object({ kind: z.literal('gone') }),
  /** what came is not what the ticket says */
  z.object({ kind: z.literal('damaged') }),
  /** `RETRY`: it could not be written into the journal */
  z.object({ kind: z.literal('refused'), code: ReplyCode.or(z.literal('NO_SESSION')) }),
]);
export type FileOpened = z.infer<typeof FileOpened>;

/** What this seat has of files: those that the room has not got yet, oldest first, and all that are here. */
export const FilesHere = z.object({
  outgoing: z.array(z.object({ sha256: Sha256, size: z.int(), sent: z.int() })),
  here: z.array(Sha256),
});
export type FilesHere = z.infer<typeof FilesHere>;
