import { z } from 'zod';
import { AttachmentRef, LARGEST_FILE, Sha256 } from '../attachment/model.ts';
import { PIECE_BYTES } from '../attachment/pieces.ts';
import { CommandId, SessionId, TicketId } from '../ids.ts';
import { ReplyCode } from './reply.ts';

const blob = z.uuid();
const offset = z.int().min(0).max(LARGEST_FILE);
/** Base64 (RFC 4648): four characters for three bytes. */
const bytes = z.string().max(Math.ceil(PIECE_BYTES / 3) * 4);

/**
 * `room/v1/blob/<seatId>`: bytes of files that tickets refer to, one piece under way for each seat.
 * *put* brings a piece; without bytes it asks how far the hub is. *get* asks for the piece at an offset, for a person
 * who sits there: reading what is attached to a ticket is journalled.
 */
export const BlobRequest = z.discriminatedUnion('op', [
  z.object({
    v: z.literal(1),
    blob,
    op: z.literal('blob.put'),
    sha256: Sha256,
    /** of the whole */
    size: AttachmentRef.shape.size,
    offset,
    bytes,
  }),
  z.object({
    v: z.literal(1),
    blob,
    op: z.literal('blob.get'),
    session: SessionId,
    ticket: TicketId,
    /** the command that attached it */
    attachment: CommandId,
    offset,
  }),
]);
export type BlobRequest = z.infer<typeof BlobRequest>;

/** The hub's answer, on `room/v1/rsp/<seatId>`. */
export const BlobReply = z.object({
  v: z.literal(1),
  blob,
  ok: z.boolean(),
  /**
   * put: NOT_FOUND where no ticket refers to a file of that hash and size, BAD_STATE for a piece that does not follow (go on from
   * `have`), INVALID with `field` where the whole is not what its reference says: begin anew.
   * get: NOT_FOUND where the ticket has no such file, BAD_STATE where its bytes have not all come, FORBIDDEN.
   */
  code: ReplyCode,
  field: z.string().max(300).optional(),
  /** put: so many bytes from the beginning are kept; the size where all are, and have been checked */
  have: offset.optional(),
  /** get */
  bytes: bytes.optional(),
});
export type BlobReply = z.infer<typeof BlobReply>;
