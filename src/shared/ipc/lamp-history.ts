import { z } from 'zod';
import { DistrictId } from '../ids.ts';
import { PassageSums } from '../wire/lamp-history.ts';

/** A stretch of time, ms since the epoch, 48 h at most; of one district only where it is named. */
export const LampHistoryWish = z.object({
  from: z.int().min(0),
  to: z.int().min(0),
  district: DistrictId.optional(),
});

export type LampHistoryWish = z.infer<typeof LampHistoryWish>;

/** A district in one hour: bytes of `packBlock`, which the seat has read once. */
export const HourOfLamps = z.object({ slot: z.int().min(0), bytes: z.instanceof(Uint8Array) });
export type HourOfLamps = z.infer<typeof HourOfLamps>;

export const LampHistoryAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    hours: z.array(HourOfLamps),
    passages: z.array(PassageSums),
    /** hours that could not be read, or of districts that this seat does not know */
    unread: z.int().min(0),
  }),
  /** nobody is signed in */
  z.object({ kind: z.literal('noSession') }),
  /** only the hub has it */
  z.object({ kind: z.literal('away') }),
  /** it did not answer in time */
  z.object({ kind: z.literal('silent') }),
  z.object({ kind: z.literal('refused'), code: z.string() }),
]);
export type LampHistoryAnswer = z.infer<typeof LampHistoryAnswer>;
