import { z } from 'zod';

/** A selection that somebody has named: its lamps by id, since those outlast any numbering. */
export const KeptSelection = z.object({
  name: z.string().trim().min(1).max(60),
  lamps: z.array(z.string().max(256)).min(1),
});
export type KeptSelection = z.infer<typeof KeptSelection>;
