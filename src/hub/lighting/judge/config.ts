import { z } from 'zod';

const minutes = (fallback: number) =>
  z
    .number()
    .min(0)
    .max(24 * 60)
    .default(fallback);

/** When a lamp is at fault though it says nothing of it; `docs/operating/lighting-faults.md` explains each. */
export const JudgeConfig = z.strictObject({
  /** a lamp must have been dark, or burn by day, or take another power than it should, for so long */
  darkMinutes: minutes(20),
  burningMinutes: minutes(30),
  powerMinutes: minutes(10),
  /** share of the expected power by which the reported one may differ */
  powerTolerance: z.number().min(0.05).max(0.9).default(0.3),
  /** about a change of programme, and after an order, nothing is concluded */
  programMarginMinutes: minutes(10),
  /** about sunrise and sunset neither */
  sunMarginMinutes: minutes(45),
  /** an older observation is no reason any more */
  oldMinutes: minutes(60),
  /** faults of one cabinet may be found so long one after the other, and are one: lamps report in turn */
  togetherMinutes: minutes(15),
  /** without a lighting plan: a lamp burns as long as it is dark. Not in a city that switches off at some hour */
  darkWithoutPlan: z.boolean().default(false),
});
