import { z } from 'zod';
import { Position } from '../geo/position.ts';
import { CameraId } from '../ids.ts';
import { Instant } from '../wire/time.ts';

export const CameraDomain = z.enum(['publicSpace', 'transport', 'parking', 'bikes']);
export type CameraDomain = z.infer<typeof CameraDomain>;

/** A stream's place. A seat plays it only from origins in its own configuration. */
export const StreamPlace = z.object({ origin: z.string().max(300), path: z.string().max(500) });
export type StreamPlace = z.infer<typeof StreamPlace>;

/** `room/v1/cam/<cameraId>`: catalogue entry from the imported inventory. */
export const Camera = z.object({
  v: z.literal(1),
  id: CameraId,
  name: z.string().min(1).max(120),
  domain: CameraDomain,
  position: Position,
  /** degrees clockwise from north */
  azimuth: z.number().min(0).max(360),
  /** degrees */
  fieldOfView: z.number().min(1).max(360),
  /** how far it usefully sees, m */
  range: z.number().positive().max(2_000).optional(),
  streams: z.array(StreamPlace).min(1).max(8),
});
export type Camera = z.infer<typeof Camera>;

/** `city/v1/cam/<cameraId>/health`, from the camera gateway. */
export const CameraHealth = z.object({
  v: z.literal(1),
  up: z.boolean(),
  since: Instant,
  /** kbit/s */
  bitRate: z.number().nonnegative().optional(),
  lastPicture: Instant.optional(),
});
export type CameraHealth = z.infer<typeof CameraHealth>;
