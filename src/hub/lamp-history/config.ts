import { z } from 'zod';

/** What is kept of lamps and passages, and how finely; how long stands under `retention`. */
export const HistoryConfig = z.strictObject({
  /** so long each minute is kept; what is older in steps of `coarseMinutes` */
  fineDays: z.int().min(1).max(3_650).default(7),
  coarseMinutes: z
    .union([z.literal(5), z.literal(10), z.literal(15), z.literal(20), z.literal(30), z.literal(60)])
    .default(10),
  /** fewer passages than this at any lamp of a street in an hour are not told: they might be one person's */
  passagesFrom: z.int().min(2).max(1_000).default(5),
});
export type HistoryConfig = z.infer<typeof HistoryConfig>;
