import { z } from 'zod';
import { CabinetId } from '../ids.ts';
import { Instant } from '../wire/time.ts';

/** So many cabinets that don't have the plan are named. */
export const MOST_LACKING = 50;

/**
 * `room/v1/data/lightingReach/room`: how far the plan in force has come. A cabinet has it when its gateway said that it
 * took the programme that follows from it, be it the one of an earlier version that says the same for its lamps.
 */
export const LightingReach = z.object({
  v: z.literal(1),
  id: z.literal('room'),
  /** of the plan */
  version: z.int().min(1),
  /** that have lamps */
  cabinets: z.int().min(0),
  taken: z.int().min(0),
  /** those that don't have it, who has lacked it longest first */
  lacking: z
    .array(
      z.object({
        cabinet: CabinetId,
        /** it should have it since then */
        since: Instant,
        /** why its gateway did not take it, in its own word */
        code: z.string().min(1).max(60).optional(),
      }),
    )
    .max(MOST_LACKING),
});
export type LightingReach = z.infer<typeof LightingReach>;
