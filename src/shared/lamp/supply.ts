import { z } from 'zod';
import { Position } from '../geo/position.ts';
import { CabinetId } from '../ids.ts';

/** A lighting cabinet as the city's inventory lists it. */
export const Cabinet = z.object({
  id: CabinetId,
  /** unknown where the inventory has none that can be */
  position: Position.optional(),
  street: z.string().max(200).optional(),
  commune: z.string().max(200).optional(),
});
export type Cabinet = z.infer<typeof Cabinet>;

/**
 * A circuit (départ) as the city's inventory lists it, under the name by which lamps name theirs. One without a cabinet is
 * one for all cabinets.
 */
export const Circuit = z.object({ id: z.string().min(1).max(256), cabinet: CabinetId.optional() });
export type Circuit = z.infer<typeof Circuit>;
