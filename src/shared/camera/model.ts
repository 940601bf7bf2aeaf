import { z } from 'zod';
import { Position } from '../geo/position.ts';
import { CameraId } from '../ids.ts';
import { Instant } from '../wire/time.ts';
import { StreamPlace, UrlRefusal } from './playable-url.ts';

export const CameraDomain = z.enum(['publicSpace', 'transport', 'parking', 'bikes']);
export type CameraDomain = z.infer<typeof CameraDomain>;

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
  /** none where no seat would play any that the inventory names: `unplayable` says why */
  streams: z.array(StreamPlace).max(8),
  /** What is wrong with the address that was left out. The address itself stays at the hub: it may hold a password. */
  unplayable: UrlRefusal.optional(),
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
