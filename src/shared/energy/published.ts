import { z } from 'zod';
import { Day } from '../lighting/local-time.ts';
import { Instant } from '../wire/time.ts';
import { Uncertainty } from './saving.ts';
import { EnergySums } from './sums.ts';

/** What a kWh costs or emits, who says so and since when. */
export const EnergyFactor = z.object({
  perKwh: z.number().nonnegative(),
  source: z.string().trim().min(1).max(200),
  since: z.iso.date(),
});
export type EnergyFactor = z.infer<typeof EnergyFactor>;

export const PERIODS = ['today', 'yesterday', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** `room/v1/data/energy/<id>`: what the city's lamps, or a district's, have used, and against what it is compared. */
export const RoomEnergy = z.object({
  v: z.literal(1),
  /** `city`, or a district's */
  id: z.string().min(1).max(256),
  name: z.string().max(200).optional(),
  /** counted up to here */
  asOf: Instant,
  /** lamps of the inventory, those whose energy is known just now, and those of them with a baseline */
  lamps: z.int().min(0),
  counted: z.int().min(0),
  based: z.int().min(0),
  /** local days: this one, the one before, the last thirty with this one, since 1 January */
  periods: z.record(z.enum(PERIODS), EnergySums),
  /** the last 24 full hours that were counted, oldest first; hours in which the hub did not run are absent */
  hours: z.array(z.object({ at: Instant, sums: EnergySums })).max(48),
  /** the last thirty local days that were counted, oldest first */
  days: z.array(z.object({ day: Day, sums: EnergySums })).max(31),
  uncertainty: Uncertainty,
  /** W that a lamp is counted with which is off */
  standby: z.number().min(0).optional(),
  /** % to be saved */
  target: z.number().min(0).max(100),
  euros: EnergyFactor.optional(),
  /** kg */
  co2: EnergyFactor.optional(),
});
export type RoomEnergy = z.infer<typeof RoomEnergy>;
