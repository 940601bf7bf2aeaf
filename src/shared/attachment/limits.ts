import { z } from 'zod';
import { LARGEST_FILE } from './model.ts';

/** Most files of one ticket that any room may let in. */
export const MOST_FILES = 100;

/** What a room lets in. */
export const AttachmentLimits = z.object({
  /** of one file, bytes */
  fileBytes: z.int().min(1).max(LARGEST_FILE),
  /** files on one ticket */
  perTicket: z.int().min(1).max(MOST_FILES),
});
export type AttachmentLimits = z.infer<typeof AttachmentLimits>;

/** The room's limits, room data `attachments`, of which there is one: seats refuse what the hub would refuse. */
export const RoomAttachments = AttachmentLimits.extend({ v: z.literal(1), id: z.literal('room') });
export type RoomAttachments = z.infer<typeof RoomAttachments>;

/** For a seat that has not heard its room's: a photograph of a telephone, a report of some pages. */
export const USUAL_LIMITS: AttachmentLimits = { fileBytes: 10_000_000, perTicket: 20 };
