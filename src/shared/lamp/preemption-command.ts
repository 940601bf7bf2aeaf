import { z } from 'zod';
import { PreemptionId } from '../ids.ts';
import { commandHead } from '../wire/command-head.ts';

/** Whose order was covered has taken note of it: at all of their seats it is told no more. */
export const PreemptionSeen = z.object({
  ...commandHead,
  op: z.literal('preemption.seen'),
  target: z.object({ type: z.literal('preemption'), id: PreemptionId }),
  /** 0 by custom and not looked at */
  exp: z.int().min(0),
  args: z.object({}),
});
export type PreemptionSeen = z.infer<typeof PreemptionSeen>;
