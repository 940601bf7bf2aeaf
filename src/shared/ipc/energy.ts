import { z } from 'zod';
import { DistrictId } from '../ids.ts';
import { Day } from '../lighting/local-time.ts';
import { EnergyBy, EnergyRow } from '../wire/energy.ts';

/** What lamps used, as `EnergyQuery` asks. */
export const EnergyWish = z.object({ by: EnergyBy, from: Day, to: Day, district: DistrictId.optional() });
export type EnergyWish = z.infer<typeof EnergyWish>;

export const EnergyAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), rows: z.array(EnergyRow) }),
  /** nobody is signed in */
  z.object({ kind: z.literal('noSession') }),
  /** only the hub has it */
  z.object({ kind: z.literal('away') }),
  /** it did not answer in time */
  z.object({ kind: z.literal('silent') }),
  z.object({ kind: z.literal('refused'), code: z.string() }),
]);
export type EnergyAnswer = z.infer<typeof EnergyAnswer>;
