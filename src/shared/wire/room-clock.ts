import { z } from 'zod';

/**
 * `room/v1/data/clock/room`: by which clock the room lives. All times that a console shows, and all that are typed there,
 * are this zone's, whatever its own computer is set to.
 */
export const RoomClock = z.object({
  v: z.literal(1),
  id: z.literal('room'),
  /** IANA name */
  timeZone: z.string().min(1).max(60),
  /** minutes by which the city's lamps live ahead of the clock: none but in a demo, whose night may be by day */
  aheadMinutes: z.int(),
});
export type RoomClock = z.infer<typeof RoomClock>;
