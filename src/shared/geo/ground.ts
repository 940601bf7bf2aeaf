import { z } from 'zod';
import { Position } from './position.ts';

/** Ground that is no street, for the base map: a polygon of one ring, or a line. */
export const GroundArea = z.object({
  kind: z.enum(['water', 'park', 'rail']),
  name: z.string().max(200).optional(),
  shape: z.enum(['polygon', 'line']),
  coordinates: z.array(Position).min(2).max(5_000),
  /** metres, for lines of water */
  width: z.number().positive().optional(),
});
export type GroundArea = z.infer<typeof GroundArea>;

/** `room/v1/data/map/ground`: what the base map shows beside streets. */
export const Ground = z.object({ v: z.literal(1), areas: z.array(GroundArea).max(2_000) });
export type Ground = z.infer<typeof Ground>;

/** Kind and id of the ground among the room's data. */
export const GROUND = { kind: 'map', id: 'ground' } as const;
