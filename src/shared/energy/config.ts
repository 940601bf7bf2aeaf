import { z } from 'zod';
import { EnergyFactor } from './published.ts';
import { Uncertainty } from './saving.ts';

const { shape } = Uncertainty;

/** How energy is counted, and what it is taken to cost: assumptions of this city, docs/energy.md. */
export const EnergyConfig = z.strictObject({
  /** what a lamp takes that has not been heard of for so long is unknown; lamps report at dusk and dawn at least */
  carryHours: z.number().positive().max(48).default(16),
  /** W that a lamp takes which is off */
  standbyWatts: z.number().min(0).max(20).default(0.5),
  /** ± % */
  uncertainty: z
    .strictObject({
      meter: shape.meter.default(2),
      power: shape.power.default(5),
      rated: shape.rated.default(10),
      baseline: shape.baseline.default(5),
    })
    .prefault({}),
  /** % of the baseline that is to be saved */
  targetPercent: z.number().min(0).max(100).default(65),
  /** euros and kilograms of CO₂ of a kWh, with who says so and since when; not shown where absent */
  euros: EnergyFactor.optional(),
  co2: EnergyFactor.optional(),
});
export type EnergyConfig = z.infer<typeof EnergyConfig>;
