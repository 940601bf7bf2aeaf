import { z } from 'zod';
import { PastAlarm, PastTicket } from '../wire/past-desk.ts';

/** A stretch of time, ms since the epoch, 48 h at most. */
export const PastDeskWish = z.object({ from: z.int().min(0), to: z.int().min(0) });

export const PastDeskAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), tickets: z.array(PastTicket), alarms: z.array(PastAlarm) }),
  /** nobody is signed in; only the hub has it; it did not answer in time */
  z.object({ kind: z.enum(['noSession', 'away', 'silent']) }),
  z.object({ kind: z.literal('refused'), code: z.string() }),
]);
export type PastDeskAnswer = z.infer<typeof PastDeskAnswer>;
