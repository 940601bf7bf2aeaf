import { z } from 'zod';
import { Position } from '../geo/position.ts';
import { CabinetId, DistrictId, LampId } from '../ids.ts';

/** What a lamp is, as opposed to how it is: it changes with the inventory only. */
export const DictionaryLamp = z.object({
  id: LampId,
  position: Position,
  /** somebody has put it where it really stands: what the inventory's files say of its place is this */
  mended: z.object({ from: Position }).optional(),
  street: z.string().max(200),
  commune: z.string().max(200).optional(),
  cabinet: CabinetId.optional(),
  circuit: z.string().max(256).optional(),
  /** the inventory lists its circuit under no cabinet: it is one for all cabinets whose lamps name it, else each cabinet's own */
  sharedCircuit: z.literal(true).optional(),
  /** rated power in W and mounting height in m of the luminaire, where the inventory has them */
  luminaire: z
    .object({
      kind: z.string().max(100).optional(),
      power: z.number().nonnegative().optional(),
      /** W, of what hung there before it was converted to LED: without it a saving is unknown */
      powerBefore: z.number().nonnegative().optional(),
      /** a day, a month or a year, ISO 8601, as exact as the inventory has it */
      convertedOn: z
        .string()
        .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
        .optional(),
      height: z.number().optional(),
    })
    .optional(),
});
export type DictionaryLamp = z.infer<typeof DictionaryLamp>;

/**
 * `room/v1/dict/<nn>`: the lamps of a district; a lamp's place in `lamps` is its index in the frames.
 * A removed lamp leaves a tombstone (null), so that indices never move within a version's descendants.
 */
export const Dictionary = z.object({
  v: z.literal(1),
  district: DistrictId,
  name: z.string().max(200),
  dictVersion: z.int().min(0).max(0xffffffff),
  lamps: z.array(DictionaryLamp.nullable()).max(65_535),
});
export type Dictionary = z.infer<typeof Dictionary>;
