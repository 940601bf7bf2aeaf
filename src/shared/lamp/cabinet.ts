import { z } from 'zod';
import { CabinetId } from '../ids.ts';
import { keyValues } from './streetlight.ts';

/**
 * FIWARE `StreetlightControlCabinet` (smart-data-models.org, dataModel.Streetlighting) as key values, as far as
 * the room needs it. The model has no state of its own for supply and circuits (it points at `StreetlightGroup`),
 * so `status` and `circuits` are ours: a breaker that tripped is a fault, one switched off by day is not.
 */
export const ControlCabinet = z.object({
  id: CabinetId,
  type: z.literal('StreetlightControlCabinet'),
  workingMode: z.string().max(40).optional(),
  status: z.enum(['ok', 'noSupply']).default('ok'),
  circuits: z
    .array(z.object({ id: z.string().min(1).max(256), status: z.enum(['ok', 'tripped']).default('ok') }))
    .max(64)
    .default([]),
  observationDateTime: z.iso.datetime({ offset: true }),
});
export type ControlCabinet = z.infer<typeof ControlCabinet>;

/** `city/v1/cabinet/<cabinetId>/state` in any of the four NGSI encodings. */
export const ControlCabinetInput = z.preprocess(keyValues, ControlCabinet);
